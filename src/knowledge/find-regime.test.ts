import { describe, expect, test } from 'vitest';
import { findRegime } from './find-regime.ts';

test.each([
  ['eu', 'eu'],
  ['uk', 'uk'],
  ['us-ca', 'us-ca'],
  ['US-CA', 'us-ca'],
  ['us-tx', 'us'],
  ['ca-qc', 'ca-qc'],
  ['ca-on', 'ca'],
])('%s has the rules of %s', (place, regime) => {
  expect(findRegime(place).id).toBe(regime);
});

describe('REG-GEO-001: where nobody knows the place, the strictest regime applies', () => {
  test.each([
    [null],
    [undefined],
    [''],
    ['-'],
    ['xx'],
    ['de'],
    ['atlantis-north'],
    ['__proto__'],
    ['constructor'],
  ])('%s', (place) => {
    expect(findRegime(place).id).toBe('eu');
  });
});
