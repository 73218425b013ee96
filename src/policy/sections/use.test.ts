import { expect, it } from 'vitest';
import { linesOf } from '../testing/policy-context.ts';
import use from './use.ts';

it('counts what is really declared, Avowal’s own two entries included', () => {
  expect(linesOf(use).slice(1, 4)).toEqual([
    '9 entries belong to this site’s own addresses (first party).',
    '7 entries belong to other addresses (third party), whose owners may recognise your browser on other websites too.',
    '1 service has no entry listed, but receives requests from your browser, and with them your IP address.',
  ]);
});

it('uses the plural form of one', () => {
  const trackers = [{ name: 'YSC', kind: 'http-cookie', party: 'third', service: 'youtube' } as const];
  expect(linesOf(use, { trackers })[2]).toMatch(/^1 entry belongs to another address/);
  expect(linesOf(use, { trackers }, 'de')[2]).toMatch(/^1 Eintrag gehört zu einer fremden Adresse/);
});

it('says so when nothing belongs to anybody else', () => {
  expect(linesOf(use, { trackers: [], services: [] })).toContain(
    'No entry belongs to another address (third party).',
  );
});

it('LAW-BLOCK-001: where consent comes first, only the required category is on before the answer', () => {
  expect(linesOf(use).at(-1)).toBe(
    'Until you answer, and after a refusal, only what belongs to the following is switched on: Necessary. Everything else that is listed here waits for your consent.',
  );
});

it('does not promise to wait where the law lets the site begin', () => {
  expect(linesOf(use, { regimes: { default: 'us-ca' } }).at(-1)).toMatch(
    /^Until you answer, all categories are switched on/,
  );
});
