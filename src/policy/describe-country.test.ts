import { expect, test } from 'vitest';
import { findLocale } from '../knowledge/locale.ts';
import { describeCountry } from './describe-country.ts';

test.each([
  ['US', 'en', 'United States, outside the EEA'],
  ['US', 'de', 'Vereinigte Staaten, außerhalb des EWR'],
  ['IE', 'de', 'Irland'],
  ['', 'en', 'seat not stated'],
])('POL-004: "%s" reads in %s as "%s"', (country, tag, text) => {
  expect(describeCountry(country, tag, findLocale(tag).policy)).toBe(text);
});
