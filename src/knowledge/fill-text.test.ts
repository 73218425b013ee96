import { expect, test } from 'vitest';
import { countText, fillText, listText } from './fill-text.ts';

test('puts in what it has and leaves what it does not know', () => {
  expect(fillText('{a} and {b} and {a}', { a: '1' })).toBe('1 and {b} and 1');
});

test('a value is never read as a placeholder or a pattern, and nothing is inherited', () => {
  expect(fillText('{a} {b}', { a: '{b} $& $1', b: 'x' })).toBe('{b} $& $1 x');
  expect(fillText('{constructor}', {})).toBe('{constructor}');
});

test('takes the plural form and the digits of the language', () => {
  const text = { one: '{count} file', other: '{count} files' };
  expect([0, 1, 2, 12_000].map((count) => countText(text, count, 'en'))).toEqual([
    '0 files',
    '1 file',
    '2 files',
    '12,000 files',
  ]);
  expect(countText(text, 12_000, 'de')).toBe('12.000 files');
});

test('falls back to the general form where a language has more forms than the text', () => {
  expect(countText({ other: '{count} x' }, 2, 'ar')).toMatch(/x$/);
});

test('lists as the language does', () => {
  expect(listText(['a', 'b'], 'de')).toBe('a und b');
  expect(listText([], 'en')).toBe('');
  expect(listText(['a', 'b', 'c'], 'zh-Hant')).toBe('a、b和c');
  expect(listText(['a', 'b', 'c'], 'cy')).toBe('a, b, c');
});
