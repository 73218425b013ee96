import { type Token, Tokenizer } from 'parse5';
import { findTagEnd } from './tag-end.ts';

/** An attribute of a start tag. */
export interface TagAttribute {
  /** In lower case. */
  readonly name: string;
  /** With its character references decoded. */
  readonly value: string;
  /** As the page has it, from its name to its closing quote. */
  readonly raw: string;
}

/** A start tag as the browser reads it. */
export interface StartTag {
  readonly name: string;
  readonly isSelfClosing: boolean;
  /** Of several with one name only the first counts (HTML §13.2.5.33). */
  readonly attributes: readonly TagAttribute[];
}

const ignore = () => {};

/** Reads a start tag with the tokenizer of parse5. */
export function tokenizeTag(raw: string): StartTag {
  let token: Token.TagToken | undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (tag) => {
        token = tag;
      },
      onEndTag: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
      onParseError: null,
    },
  );
  tokenizer.write(raw, true);
  const { tagName, selfClosing, attrs, location } = token as Token.TagToken;
  return {
    name: tagName,
    isSelfClosing: selfClosing,
    attributes: attrs.map(({ name, value }) => {
      const place = location?.attrs?.[name];
      return { name, value, raw: raw.slice(place?.startOffset, place?.endOffset) };
    }),
  };
}

/** Text between tags with its character references decoded. */
export const decodeText = (text: string): string =>
  text.includes('&')
    ? (tokenizeTag(`<a b="${text.replaceAll('"', '&quot;')}">`).attributes[0]?.value ?? '')
    : text;

/** What a tokenizer changes in names and values: character references, NUL, carriage returns. */
const CHANGED = /[&\0\r]/;

/** ASCII letters in lower case, and no others. */
const lowerCase = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** Reads one whole start tag. Most say what they mean, and need no decoding. */
export function readTag(raw: string): StartTag {
  if (CHANGED.test(raw)) return tokenizeTag(raw);
  const attributes: TagAttribute[] = [];
  const tag = findTagEnd(raw, 1, (start, nameEnd, valueStart, valueEnd, end) => {
    const name = lowerCase(raw.slice(start, nameEnd));
    if (attributes.every((one) => one.name !== name))
      attributes.push({ name, value: raw.slice(valueStart, valueEnd), raw: raw.slice(start, end) });
  });
  return {
    name: lowerCase(raw.slice(1, tag?.nameEnd)),
    isSelfClosing: tag?.isSelfClosing === true,
    attributes,
  };
}

/** An attribute under another name, its value as it was. */
export const rename = ({ name, value, raw }: TagAttribute, to: string): TagAttribute => ({
  name: to,
  value,
  raw: to + raw.slice(name.length),
});

/** An attribute with a value of our own. `text` is what may stand between double quotes. */
export const attribute = (name: string, text: string): TagAttribute => ({
  name,
  value: text,
  raw: `${name}="${text}"`,
});

/** Writes a start tag anew; attributes keep their spelling. A missing value is written out: it must not swallow what follows. */
export function writeTag(name: string, attributes: readonly TagAttribute[], isSelfClosing = false): string {
  const written = attributes.map((one) => (one.value === '' ? `${one.name}=""` : one.raw));
  return `<${[name, ...written].join(' ')}${isSelfClosing ? ' /' : ''}>`;
}
