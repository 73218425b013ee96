import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attribute, readTag, rename, tokenizeTag, writeTag } from './read-tag.ts';
import { findTagEnd } from './tag-end.ts';

const pieces = fc.constantFrom(
  ...[
    'a',
    'A',
    'SRC',
    'src',
    'İ',
    'ß',
    '=',
    '"',
    "'",
    ' ',
    '\n',
    '\t',
    '\f',
    '/',
    '<',
    'x="1"',
    "y='2'",
    'z=3/',
    '`',
    '😀',
  ],
);
const tags = fc
  .array(pieces, { maxLength: 16 })
  .map((parts) => `<img ${parts.join('')}'">`)
  .filter((html) => findTagEnd(html, 1)?.end === html.length);

it('reads any tag as parse5 does', () => {
  fc.assert(
    fc.property(tags, (raw) => {
      const meaning = ({ name, isSelfClosing, attributes }: ReturnType<typeof readTag>) => [
        name,
        isSelfClosing,
        attributes.map((one) => [one.name, one.value]),
      ];
      expect(meaning(readTag(raw))).toEqual(meaning(tokenizeTag(raw)));
    }),
    { numRuns: 3000 },
  );
});

it('writes a tag that means what it meant', () => {
  fc.assert(
    fc.property(tags, (raw) => {
      const tag = readTag(raw);
      const again = readTag(writeTag('img', tag.attributes, tag.isSelfClosing));
      const meaning = ({ attributes }: typeof tag) => attributes.map(({ name, value }) => [name, value]);
      expect([meaning(again), again.isSelfClosing]).toEqual([meaning(tag), tag.isSelfClosing]);
    }),
    { numRuns: 2000 },
  );
});

it('decodes what stands for something else, and keeps how it was written', () => {
  const { attributes } = readTag('<img alt="a&amp;b" SRC=x&#47;y>');
  expect(attributes).toEqual([
    { name: 'alt', value: 'a&b', raw: 'alt="a&amp;b"' },
    { name: 'src', value: 'x/y', raw: 'SRC=x&#47;y' },
  ]);
  const [alt, src] = attributes;
  expect(
    writeTag('IMG', [
      rename(src as (typeof attributes)[0], 'data-src'),
      alt as (typeof attributes)[0],
      attribute('b', ''),
    ]),
  ).toBe('<IMG data-src=x&#47;y alt="a&amp;b" b="">');
});
