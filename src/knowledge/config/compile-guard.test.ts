import { describe, expect, it } from 'vitest';
import type { RuntimeConfig } from '../../model/runtime-config.ts';
import { compileGuard } from './compile-guard.ts';
import { compileRuntime } from './compile-runtime.ts';
import { resolveConfig } from './resolve-config.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const runtime: RuntimeConfig = {
  ...compileRuntime(resolveConfig(SMALL_CONFIG), { server: '/_avowal', configHash: 'c', uiRevision: 'u' }),
  services: [
    {
      id: 'video',
      name: 'Video',
      purposes: ['commercial'],
      hosts: ['video.test', 'big.test/embed'],
      embed: true,
      revision: '',
    },
    { id: 'own', name: 'Own', purposes: ['statistics'], hosts: ['*/count/'], embed: false, revision: '' },
    {
      id: 'pay',
      name: 'Pay',
      purposes: ['necessary'],
      hosts: ['pay.video.test', 'cdn.test'],
      embed: false,
      revision: '',
    },
  ],
  trackers: [
    { name: '_v.*', kind: 'js-cookie', purpose: 'commercial', service: 'video' },
    { name: 'list', kind: 'local-storage', purpose: 'statistics', service: null },
  ],
};
const [addresses, names] = compileGuard(runtime).map((source) => new RegExp(source, 'i')) as [RegExp, RegExp];

describe('addresses', () => {
  it.each([
    'https://video.test',
    'https://video.test/',
    '//www.video.test/player?x',
    'HTTPS://WWW.VIDEO.TEST:8443/x',
    'https://video.test./x',
    'https://user@video.test/x',
    'https://big.test/embed/1',
    '/count/hit',
    'https://site.test/count/hit',
    '/a.png 1x, https://video.test/b.png 2x',
    '<script src="https://video.test/x.js"></script>',
  ])('LAW-BLOCK-001 holds back %s', (address) => {
    expect(addresses.test(address)).toBe(true);
  });

  it.each([
    'https://novideo.test/',
    'https://video.test.evil.test/',
    'https://video.testing/',
    'https://big.test/',
    'https://pay.video.test/script.js',
    'https://cdn.test/x.js',
    '/videos/video.test.html',
    '',
  ])('lets %s through', (address) => {
    expect(addresses.test(address)).toBe(false);
  });
});

describe('names', () => {
  it.each(['_v.1', '_v.=x; Path=/', ' list', 'list=', 'list'])('holds back %j', (name) => {
    expect(names.test(name)).toBe(true);
  });
  it.each(['_vx', 'own=_v.1', 'lists', 'a list', ''])('lets %j through', (name) => {
    expect(names.test(name)).toBe(false);
  });
});

it('holds nothing back where nothing is optional', () => {
  const nothing = compileGuard({ ...runtime, services: [], trackers: [] });
  for (const source of nothing) expect(new RegExp(source).test('https://video.test/ _v.1')).toBe(false);
});
