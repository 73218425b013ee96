import { describe, expect, it } from 'vitest';
import type { DebugEntry } from './debug-handover.ts';
import { orderChecks } from './order-checks.ts';
import { choiceOf, fixtureSeen } from './testing/fixture-seen.ts';

const yes = choiceOf('granted', 'granted');
const told = (time: number, vendor: string, ...command: unknown[]): DebugEntry => [
  time,
  'signal',
  [vendor, ...command],
];
const consent = (name: string, state: string) => [
  'consent',
  name,
  { ad_storage: state, analytics_storage: state },
];
const DEFAULT = told(1, 'google', ...consent('default', 'denied'));
const UET = told(1, 'microsoft-uet', 'consent', 'default', { ad_storage: 'denied' });
const TAG = 'https://www.googletagmanager.com/gtag/js?id=G-1';

/** The verdict on the check whose text holds `part`, with what was seen. */
const verdict = (part: string, ...args: Parameters<typeof fixtureSeen>) => {
  const found = orderChecks(fixtureSeen(...args)).filter(({ what }) => what.includes(part));
  return found.map((check) => `${check.verdict}: ${check.seen}`).join();
};

describe('the order of Google’s commands', () => {
  const layer = (...entries: unknown[]) => ({ dataLayer: entries });
  const before = consent('default', 'denied');

  it('GCM-001 passes where the default stands before the first command, fails behind it or without it', () => {
    const part = 'default before any tag';
    expect(verdict(part, [], [], layer(before, ['js', 1], ['config', 'G-1']))).toBe('pass: default 1, tag 2');
    expect(verdict(part, [], [], layer(before))).toBe('pass: no tag yet');
    expect(verdict(part, [], [], layer({ event: 'gtm.js' }, before))).toBe('fail: default 2, tag 1');
    expect(verdict(part, [], [], layer(['js', 1]))).toBe('fail: no default');
    expect(verdict(part)).toBe('fail: no default');
  });

  it('GCM-001 fails where another script sets a default too', () => {
    expect(verdict('exactly one default', [], [], layer(before))).toBe('pass: 1 in dataLayer');
    expect(verdict('exactly one default', [], [], layer(before, before))).toBe('fail: 2 in dataLayer');
  });

  it('GCM-008 wants one update for each decision', () => {
    const part = 'one update for each decision';
    const decision: DebugEntry = [50, 'choice', ['accept', yes]];
    const update = told(50, 'google', ...consent('update', 'granted'));
    expect(verdict(part, [DEFAULT])).toBe('pass: updates: no decision yet');
    expect(verdict(part, [DEFAULT, decision, update])).toBe('pass: updates: 1');
    expect(verdict(part, [DEFAULT, decision])).toBe('fail: updates: 0');
    expect(verdict(part, [DEFAULT, decision, update, update])).toBe('fail: updates: 2');
    expect(verdict(part, [DEFAULT, decision, update, [60, 'choice', ['withdraw', yes]]])).toBe(
      'fail: updates: 1, 0',
    );
  });

  it('shows an update that comes from another script for review', () => {
    const update = consent('update', 'granted');
    expect(verdict('by others', [told(5, 'google', ...update)], [], layer(before, update))).toBe(
      'pass: none',
    );
    expect(verdict('by others', [], [], layer(before, update))).toBe('review: 1');
  });

  it('takes a dataLayer that is no list for an empty one', () => {
    for (const dataLayer of ['x', 7, null, { push: 1 }])
      expect(verdict('exactly one', [], [], { dataLayer })).toMatch('fail');
    expect(verdict('exactly one', [], [], layer(null, undefined, 'consent', 5, [], before))).toMatch('pass');
  });
});

describe('a vendor', () => {
  it('VND-MSUET-001 must have been told before its first request', () => {
    const part = 'microsoft-uet: told before';
    expect(verdict(part, [UET])).toBe('inapplicable: no request');
    expect(verdict(part, [UET], [[2, 'https://bat.bing.com/bat.js']])).toBe(
      'pass: told 1 ms, requested 2 ms',
    );
    expect(verdict(part, [told(3, 'microsoft-uet')], [[2, 'https://bat.bing.com/bat.js']])).toBe(
      'fail: told 3 ms, requested 2 ms',
    );
    expect(verdict(part, [], [[2, 'https://bat.bing.com/bat.js']])).toBe(
      'fail: told nothing, requested 2 ms',
    );
  });

  it('GCM-010 must send what it was told', () => {
    const hit = (gcs: string) => `https://www.google-analytics.com/g/collect?v=2&gcs=${gcs}`;
    const part = 'analytics_storage it was told';
    expect(verdict(part, [DEFAULT], [[9, TAG]])).toBe('');
    expect(verdict(part, [DEFAULT], [[9, hit('G100')]])).toBe('pass: 1 requests');
    expect(verdict(part, [DEFAULT], [[9, hit('G101')]])).toBe('fail: 9 ms');
    expect(verdict('google: requests say the ad_storage', [DEFAULT], [[9, hit('G110')]])).toBe('fail: 9 ms');
  });

  it('VND-MSUET-001 Microsoft says it as asc', () => {
    const hit = (asc: string) => `https://bat.bing.com/action/0?ti=1&asc=${asc}`;
    expect(verdict('microsoft-uet: requests', [UET], [[9, hit('D')]])).toBe('pass: 1 requests');
    expect(verdict('microsoft-uet: requests', [UET], [[9, hit('G')]])).toBe('fail: 9 ms');
  });
});

describe('requests', () => {
  it('LAW-BLOCK-001 fail where a denied service was asked for anything', () => {
    expect(verdict('Nothing denied')).toBe('pass: 0 requests');
    expect(verdict('Nothing denied', [], [[5, TAG]])).toBe('fail: Google');
    expect(verdict('Nothing denied', [[4, 'choice', ['accept', yes]]], [[5, TAG]])).toBe('pass: 1 requests');
  });

  it('are to be reviewed where nobody asked about their host', () => {
    expect(verdict('Every host', [], [[5, 'https://cdn.example/a.js']])).toBe('review: cdn.example');
    expect(verdict('Every host', [], [[5, 'https://www.shop.example/a.js']])).toBe('pass: none is unknown');
  });
});

it('a full log says that what came later is not shown', () => {
  const held: DebugEntry[] = Array.from({ length: 600 }, (_, i) => [i, 'held', `${i}`, 'bing']);
  expect(verdict('has room')).toBe('');
  expect(verdict('has room', held)).toBe('review: full: reload the page');
});
