import { expect, it } from 'vitest';
import { findLocale } from '../locale.ts';
import { describeLifetime } from './describe-lifetime.ts';

it.each([
  ['http-cookie', 86_400, '1 day'],
  ['js-cookie', null, 'until the browser is closed'],
  ['session-storage', null, 'until the tab is closed'],
  ['local-storage', null, 'until you delete it'],
  ['indexed-db', null, 'until you delete it'],
  ['pixel', null, 'nothing is kept'],
] as const)('LAW-L2-004: %s with %s seconds is kept: %s', (kind, lifetimeSeconds, expected) => {
  expect(describeLifetime({ kind, lifetimeSeconds }, findLocale('en'))).toBe(expected);
});
