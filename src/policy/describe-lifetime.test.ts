import { expect, test } from 'vitest';
import { findLocale } from '../knowledge/locale.ts';
import { describeLifetime } from './describe-lifetime.ts';

test.each([
  ['http-cookie', 15_811_200, '6 months', '6 Monate'],
  ['http-cookie', null, 'until the browser is closed', 'bis zum Schließen des Browsers'],
  ['js-cookie', null, 'until the browser is closed', 'bis zum Schließen des Browsers'],
  ['local-storage', null, 'until you delete it', 'bis Sie es löschen'],
  ['indexed-db', null, 'until you delete it', 'bis Sie es löschen'],
  ['session-storage', null, 'until the tab is closed', 'bis zum Schließen des Tabs'],
  ['pixel', null, 'nothing is kept', 'es wird nichts gespeichert'],
  ['fingerprint', null, 'nothing is kept', 'es wird nichts gespeichert'],
] as const)('POL-001: %s for %s seconds reads "%s"', (kind, lifetimeSeconds, en, de) => {
  expect(describeLifetime({ kind, lifetimeSeconds }, findLocale('en'))).toBe(en);
  expect(describeLifetime({ kind, lifetimeSeconds }, findLocale('de'))).toBe(de);
});
