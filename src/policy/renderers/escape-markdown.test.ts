import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown } from './escape-markdown.ts';
import { plainLine } from './plain-line.ts';

/** What a reader of Markdown makes of escapes and references (CommonMark §2.4, §2.5). */
const decode = (markdown: string) =>
  markdown.replace(
    /\\([!-/:-@[-`{-~])|&#(\d+);/g,
    (_, character?: string, code?: string) => character ?? String.fromCharCode(Number(code)),
  );

test('any text comes back whole, on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const markdown = escapeMarkdown(text);
      expect(markdown).not.toMatch(/[\r\n]/);
      expect(decode(markdown)).toBe(plainLine(text));
    }),
  );
});

test('no character that could open markup stands without its escape', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'|\\`*_[]~<>&#-+=1.) :/\n') }), (text) => {
      const rest = escapeMarkdown(text).replace(/&#\d+;|\\[*_[\]~#=+.)-]/g, 'x');
      expect(rest).not.toMatch(/[|\\`*_[\]~<>&]|:\/\/|^\s*(?:[-+=#]|\d+[.)])/);
    }),
  );
});

test.each([
  ['1. no list', '1\\. no list'],
  ['# no heading', '\\# no heading'],
  ['- no item', '\\- no item'],
  ['a | b', 'a &#124; b'],
  ['2 - 1 is plain', '2 - 1 is plain'],
])('%j is written %j', (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});
