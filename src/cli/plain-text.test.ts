import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['_pk_id.*', '_pk_id.*'],
  ['Müller – 日本', 'Müller – 日本'],
  ['\u001b[31mred', '\\u001b[31mred'],
  ['a\nb\r\tc', 'a\\u000ab\\u000d\\u0009c'],
  ['\u009b2J', '\\u009b2J'],
  ['cod\u202efdp.exe', 'cod\\u202efdp.exe'],
])('%j is printed as %j', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});
