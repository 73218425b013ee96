import { expect, test } from 'vitest';
import { isOutsideEea } from './is-outside-eea.ts';

test.each([
  ['DE', false],
  ['de', false],
  ['NO', false],
  ['IS', false],
  ['LI', false],
  ['GB', true],
  ['CH', true],
  ['US', true],
  ['', false],
])('POL-004: a seat in "%s" is outside the European Economic Area: %s', (country, outside) => {
  expect(isOutsideEea(country)).toBe(outside);
});
