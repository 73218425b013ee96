import fc from 'fast-check';
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type ContentMode, createMarkupScanner } from './scan-markup.ts';

/** Pieces that begin, end, break or hide tags. */
const PIECES = [
  ...[
    '<',
    '>',
    '/',
    '!',
    '-',
    '--',
    '?',
    '=',
    '"',
    "'",
    ' ',
    '\n',
    '\t',
    '\f',
    '\r',
    '\0',
    '`',
    '&amp;',
    'ä😀',
  ],
  ...[
    '<!--',
    '-->',
    '--!>',
    '<!-->',
    '<!--->',
    '<!doctype html>',
    '<![CDATA[',
    ']]>',
    '<?xml ?>',
    '</>',
    '</ x>',
  ],
  ...[
    '<p>',
    '<p ',
    '</p>',
    '<b a="',
    "<b a='",
    '<i x=y',
    '<img src=x/>',
    '<a =b c>',
    '<a b = "c>d" e>',
    'a=b',
  ],
  ...['<script>', '<script ', '</script', '</script>', '<SCRIPT>', '</ScRiPt >', '<script/', '</scriptx>'],
  ...['<style>', '</style>', '</style ', '<title>', '</title>', '<textarea>', '</textarea\n>', '<plaintext>'],
  'text',
];
const MODES = { script: 'script', style: 'raw', title: 'raw', textarea: 'raw', plaintext: 'rest' } as const;
const TOKENIZER_MODES = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  plaintext: TokenizerMode.PLAINTEXT,
} as const;
const modeOf = (name: string): ContentMode => MODES[name as keyof typeof MODES] ?? 'markup';

/** The tags of a page as the scanner sees them. */
function scanned(chunks: readonly string[], isForeign: boolean) {
  const tags: string[] = [];
  let content: { mode: ContentMode; isWanted: boolean } = { mode: 'markup', isWanted: false };
  const scanner = createMarkupScanner({
    isForeign,
    get content() {
      return content;
    },
    startTag(name, raw) {
      tags.push(`${name} ${raw}`);
      content = { mode: modeOf(name), isWanted: false };
      return undefined;
    },
    text: (raw) => raw,
    endTag(name) {
      tags.push(`/${name}`);
      return '';
    },
  });
  const html = [...chunks.map((chunk) => scanner.write(chunk)), scanner.end()].join('');
  return { tags, html };
}

/** The same as parse5 sees them. */
function tokenized(html: string, isForeign: boolean): string[] {
  const tags: string[] = [];
  const ignore = () => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName, location }: Token.TagToken) {
        tags.push(
          `${tagName.replaceAll('\uFFFD', '\0')} ${html.slice(location?.startOffset, location?.endOffset)}`,
        );
        const mode = TOKENIZER_MODES[tagName as keyof typeof TOKENIZER_MODES];
        if (mode !== undefined) tokenizer.state = mode;
      },
      onEndTag: ({ tagName }) => void tags.push(`/${tagName.replaceAll('\uFFFD', '\0')}`),
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
      onParseError: null,
    },
  );
  tokenizer.inForeignNode = isForeign;
  tokenizer.write(html, true);
  return tags;
}

const pages = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 3 })), {
    maxLength: 25,
  })
  .map((pieces) => pieces.join(''));

describe('createMarkupScanner', () => {
  it.each([false, true])('sees the tags that parse5 sees, in any page (foreign content: %s)', (isForeign) => {
    fc.assert(
      fc.property(pages, (page) => {
        const { tags, html } = scanned([page], isForeign);
        expect(tags).toEqual(tokenized(page, isForeign));
        expect(html).toBe(page);
      }),
      { numRuns: 3000 },
    );
  });

  it('sees the same when the page comes byte by byte', () => {
    fc.assert(
      fc.property(pages, (page) => {
        expect(scanned(page.split(''), false)).toEqual(scanned([page], false));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '<script><!--<script></script>--></script><b>',
    '<script><!--></script><b>',
    '<script><!--<script ></script ></script><b>',
    '<!----!><b><!--x--!><b><!---!>--><b>',
    `<p title="${'a'.repeat(1_000_000)}>"><b>`,
    `<p ${'a '.repeat(100_000)}><b>`,
  ])('knows what is no markup in page %#', (page) => {
    expect(scanned([page], false).tags).toEqual(tokenized(page, false));
    expect(scanned(page.match(/[\s\S]{1,7}/g) ?? [], false).tags).toEqual(tokenized(page, false));
  });
});
