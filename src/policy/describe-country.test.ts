import { expect, test } from 'vitest';
import { findLocale } from '../knowledge/locale.ts';
import { describeCountry, isOutsideEea } from './describe-country.ts';

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

test.each([
  ['US', 'en', 'United States, outside the EEA'],
  ['US', 'de', 'Vereinigte Staaten, außerhalb des EWR'],
  ['IE', 'de', 'Irland'],
  ['', 'en', 'seat not stated'],
  ['Atlantis', 'en', 'Atlantis, outside the EEA'],
])('POL-004: "%s" reads in %s as "%s"', (country, tag, text) => {
  expect(describeCountry(country, tag, findLocale(tag).policy)).toBe(text);
});
