import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundLifetime } from './round-lifetime.ts';

it.each([
  [1799.62, 1800],
  [33_955_198.7, 33_955_200],
  [86_399.9, 86_400],
  [59.6, 60],
  [-5, 0],
])('rounds %d seconds to %d', (measured, rounded) => {
  expect(roundLifetime(measured)).toBe(rounded);
});

it('is never more than one and a half percent off', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 * 86_400 }), (seconds) => {
      expect(Math.abs(roundLifetime(seconds) - seconds)).toBeLessThanOrEqual(seconds * 0.015);
    }),
  );
});
