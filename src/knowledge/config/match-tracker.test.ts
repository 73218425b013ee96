import { describe, expect, it } from 'vitest';
import type { ConfigTracker } from '../../model/config.ts';
import { findTracker, matchesTracker } from './match-tracker.ts';
import { seenTracker } from './testing/inventory.ts';

const own = seenTracker({ name: 'id.7', host: 'www.example.org', party: 'first' });
const third = seenTracker({ name: 'id.7', host: 'ads.test', party: 'third' });
const entry = (facts: Partial<ConfigTracker> = {}): ConfigTracker => ({
  name: 'id.*',
  kind: 'http-cookie',
  ...facts,
});

describe('matchesTracker', () => {
  it.each([
    ['an open entry, wherever it was seen', entry(), own, third, [true, true]],
    ['first party only', entry({ party: 'first' }), own, third, [true, false]],
    ['third party only', entry({ party: 'third' }), own, third, [false, true]],
    ['a host and what is under it', entry({ host: 'ads.test' }), own, third, [false, true]],
    ['not a host that only ends alike', entry({ host: 's.test' }), own, third, [false, false]],
    ['cookies, however they were written', entry({ kind: 'js-cookie' }), own, third, [true, true]],
    ['not another kind of storage', entry({ kind: 'local-storage' }), own, third, [false, false]],
    ['not another name', entry({ name: 'id' }), own, third, [false, false]],
  ])('an entry covers %s', (_, declared, first, other, expected) => {
    expect([matchesTracker(declared, first, undefined), matchesTracker(declared, other, undefined)]).toEqual(
      expected,
    );
  });

  it('takes an entry of another service for another third-party tracker', () => {
    expect(matchesTracker(entry({ service: 'ads' }), third, 'ads')).toBe(true);
    expect(matchesTracker(entry({ service: 'ads' }), third, 'maps')).toBe(false);
  });
});

describe('findTracker', () => {
  it('prefers the exact name to a pattern, and a named host to an open one', () => {
    const entries = [entry(), entry({ host: 'ads.test' }), entry({ name: 'id.7' })];
    expect(findTracker(entries, third, undefined)).toBe(2);
    expect(findTracker(entries.slice(0, 2), third, undefined)).toBe(1);
    expect(findTracker(entries.slice(0, 2), own, undefined)).toBe(0);
    expect(findTracker([], own, undefined)).toBe(-1);
  });
});
