import { expect, test } from 'vitest';
import { plainLine, plainName } from './plain-line.ts';

test.each([
  ['a\r\n\tb', 'a b'],
  ['\u001b[31mred', ' [31mred'],
  ['a\u202egnp.exe', 'a gnp.exe'],
  ['a\u2028b\u2029c', 'a b c'],
  ['Größe 🍪 العربية', 'Größe 🍪 العربية'],
])('%j on one line is %j', (text, line) => {
  expect(plainLine(text)).toBe(line);
});

test('cuts a name only where nobody would read on', () => {
  expect(plainName('x'.repeat(200))).toBe('x'.repeat(200));
  expect(plainName('x'.repeat(4096))).toBe(`${'x'.repeat(200)}…`);
});
