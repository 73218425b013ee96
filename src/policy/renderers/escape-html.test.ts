import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml } from './escape-html.ts';
import { plainLine } from './plain-line.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decode = (html: string) => html.replace(/&(#?\w+);/g, (_, name: string) => NAMED[name] ?? '?');

test('any text comes back whole, and no character of it can open or close markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const html = escapeHtml(text);
      expect(html).not.toMatch(/[<>"']/);
      expect(decode(html)).toBe(plainLine(text));
    }),
  );
});
