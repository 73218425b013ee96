import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoDomain, demoUrl, readDemoHost } from './demo-mode.ts';

const LOCAL = { kind: 'local', port: 4080 } as const;
const hostName = fc
  .array(fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/), { minLength: 2, maxLength: 4 })
  .map((labels) => labels.join('.'))
  .filter((name) => URL.canParse(`https://${name}/`) && new URL(`https://${name}/`).hostname === name);

describe('demoUrl', () => {
  it('leaves real addresses alone', () => {
    expect(demoUrl('https://www.youtube.com/embed/x?a=1', { kind: 'real' })).toBe(
      'https://www.youtube.com/embed/x?a=1',
    );
  });

  it('writes an address for a person’s own browser', () => {
    expect(demoUrl('https://www.youtube.com/embed/x?a=1#b', LOCAL)).toBe(
      'http://www.youtube.com.localhost:4080/embed/x?a=1#b',
    );
  });
});

describe('demoDomain', () => {
  it('follows the mode', () => {
    expect(demoDomain('kopano.com', { kind: 'real' })).toBe('kopano.com');
    expect(demoDomain('kopano.com', LOCAL)).toBe('kopano.com.localhost');
  });
});

describe('readDemoHost', () => {
  it('finds the real host again in every address that demoUrl writes', () => {
    fc.assert(
      fc.property(hostName, fc.integer({ min: 1, max: 65_535 }), (name, port) => {
        const { host } = new URL(demoUrl(`https://${name}/`, { kind: 'local', port }));
        expect(readDemoHost(host)).toEqual({ name, mode: { kind: 'local', port } });
        expect(readDemoHost(`${name}:${port}`)).toEqual({ name, mode: { kind: 'real' } });
      }),
    );
  });

  it('takes any case', () => {
    expect(readDemoHost('WWW.Kopano.COM')).toEqual({ name: 'www.kopano.com', mode: { kind: 'real' } });
  });

  it.each([
    undefined,
    '',
    ':80',
    'a b',
    '[::1]:80',
    '..',
    'a..b',
    'x/../y',
    'kopano.com@evil.test',
    'a'.repeat(64),
    `${'a.'.repeat(40)}b`,
    'www.kopano.com:123456',
    '<script>',
  ])('does not take %j for a host', (header) => {
    expect(readDemoHost(header)).toBeUndefined();
  });
});
