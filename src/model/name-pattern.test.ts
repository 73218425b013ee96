import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesName } from './name-pattern.ts';

/** The same thing said with a regular expression. */
const oracle = (pattern: string, name: string) =>
  new RegExp(`^${pattern.split('*').map(RegExp.escape).join('[^]*')}$`).test(name);

describe('matchesName', () => {
  it.each([
    ['_pk_id.*', '_pk_id.1.8f3a', true],
    ['_pk_id.*', '_pk_id.', true],
    ['_pk_id.*', '_pk_ids', false],
    ['NID', 'NID', true],
    ['NID', 'NIDx', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*a', 'a', false],
    ['*', '', true],
    ['', '', true],
    ['cookielawinfo-checkbox-*', 'cookielawinfo-checkbox-commercial', true],
  ])('%s and %s: %s', (pattern, name, expected) => {
    expect(matchesName(pattern, name)).toBe(expected);
  });

  it('agrees with a regular expression on any pattern and name', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.', '\n'), maxLength: 8 });
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '.', '\n'), maxLength: 10 });
    fc.assert(
      fc.property(text, name, (p, n) => {
        expect(matchesName(p, n)).toBe(oracle(p, n));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes a hostile name of 1 MB with many stars in linear time', () => {
    expect(matchesName('*a*a*a*a*a*a*a*a*b', 'a'.repeat(1_000_000))).toBe(false);
  });
});
