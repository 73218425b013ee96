import { describe, expect, it } from 'vitest';
import { findService, isPurposeGranted, isServiceGranted } from './gate.ts';
import type { RuntimeService } from './runtime-config.ts';

const service = (id: string, hosts: string[], purposes = ['ads']): RuntimeService => ({
  id,
  name: id,
  purposes,
  hosts,
  embed: false,
  revision: '',
});
const config = (mode: 'opt-in' | 'opt-out') => ({
  purposes: [
    { id: 'necessary', required: true, revision: '' },
    { id: 'ads', required: false, revision: '' },
    { id: 'stats', required: false, revision: '' },
  ],
  regime: { id: 'x', mode, gpc: 'keep' as const },
});

describe('findService', () => {
  const services = [
    service('search', ['google.com']),
    service('captcha', ['google.com/recaptcha']),
    service('any', ['*/px']),
  ];
  it.each([
    ['https://www.google.com/recaptcha/api.js', 'captcha'],
    ['https://www.google.com/maps', 'search'],
    ['https://example.org/px/1', 'any'],
    ['https://example.org/', undefined],
  ])('%s belongs to %s', (url, id) => {
    expect(findService(services, new URL(url))?.id).toBe(id);
  });
});

describe('isPurposeGranted', () => {
  it('LAW-BLOCK-001 is no before the answer where the law wants opt-in', () => {
    expect(isPurposeGranted(config('opt-in'), {}, 'ads')).toBe(false);
  });
  it('US-DEF-001 is yes before the answer where the law wants opt-out', () => {
    expect(isPurposeGranted(config('opt-out'), {}, 'ads')).toBe(true);
  });
  it('is always yes for a required purpose', () => {
    expect(isPurposeGranted(config('opt-in'), { purposes: { necessary: 'denied' } }, 'necessary')).toBe(true);
  });
  it('is no for a purpose that nobody declared', () => {
    expect(isPurposeGranted(config('opt-in'), {}, 'unknown')).toBe(false);
  });
});

describe('isServiceGranted', () => {
  const both = service('both', [], ['ads', 'stats']);
  it('LAW-L2-003 wants every purpose of the service', () => {
    expect(isServiceGranted(config('opt-in'), { purposes: { ads: 'granted' } }, both)).toBe(false);
    expect(isServiceGranted(config('opt-in'), { purposes: { ads: 'granted', stats: 'granted' } }, both)).toBe(
      true,
    );
  });
  it('puts the word on the service above the word on its purposes', () => {
    expect(isServiceGranted(config('opt-in'), { services: { both: 'granted' } }, both)).toBe(true);
    const all = { purposes: { ads: 'granted', stats: 'granted' }, services: { both: 'denied' } } as const;
    expect(isServiceGranted(config('opt-in'), all, both)).toBe(false);
  });
});
