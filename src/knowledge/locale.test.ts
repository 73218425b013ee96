import { expect, test } from 'vitest';
import { findLocale } from './locale.ts';

test.each([
  ['de', 'de'],
  ['DE', 'de'],
  ['de-AT', 'de'],
  ['en-GB', 'en'],
  ['tlh', 'en'],
  ['', 'en'],
  ['__proto__', 'en'],
])('for "%s" the texts are in "%s"', (asked, found) => {
  expect(findLocale(asked).tag).toBe(found);
});
