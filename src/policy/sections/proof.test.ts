import { expect, it } from 'vitest';
import { linesOf } from '../testing/policy-context.ts';
import proof from './proof.ts';

it('LAW-STO-001, POL-006: says how many calendar months a choice counts, yes and no alike', () => {
  const [validity] = linesOf(proof, { notice: { validityMonths: 9 } });
  expect(validity).toBe(
    'Your choice counts for 9 calendar months, a refusal exactly as long as a consent. Then you are asked again.',
  );
  expect(linesOf(proof, {}, 'de')[0]).toMatch(/^Ihre Auswahl gilt 6 Kalendermonate lang/);
});

it('LAW-STO-004: says the time that a site in the United Kingdom has chosen', () => {
  const uk = { regimes: { default: 'uk' }, notice: { validityMonths: 12 } };
  expect(linesOf(proof, uk)[0]).toMatch(/^Your choice counts for 12 calendar months/);
});

it('LAW-STO-008: does not promise that every browser keeps the choice so long', () => {
  expect(linesOf(proof)[1]).toMatch(/some browsers do so by themselves after a few days/);
  expect(linesOf(proof, {}, 'de')[1]).toMatch(/manche Browser tun das von selbst nach einigen Tagen/);
});

it('PRF-006: says when records are deleted', () => {
  expect(linesOf(proof, { records: { retentionMonths: 1 } })).toContain(
    'A record is deleted 1 calendar month after the day until which its choice counts, also where you have changed your choice before.',
  );
});

it('PRF-005: says what a record does not hold', () => {
  expect(linesOf(proof).join('\n')).toMatch(/does not hold your name, your IP address/);
});
