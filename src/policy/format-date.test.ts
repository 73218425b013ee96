import { expect, test } from 'vitest';
import { formatDate } from './format-date.ts';

test.each([
  ['2026-11-23T23:59:59.000Z', 'en', 'November 23, 2026'],
  ['2026-11-24T00:30:00+02:00', 'de', '23. November 2026'],
  ['not a time', 'en', 'not a time'],
])('%s in %s is "%s"', (time, locale, text) => {
  expect(formatDate(time, locale)).toBe(text);
});
