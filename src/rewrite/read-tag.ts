import { type Token, Tokenizer } from 'parse5';

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
  readonly token: Token.TagToken;
  readonly attributes: readonly TagAttribute[];
}

const ignore = () => {};

/** Reads one whole start tag. */
export function readTag(raw: string): StartTag {
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
  const tag = token as Token.TagToken;
  return {
    token: tag,
    attributes: tag.attrs.map(({ name, value }) => {
      const place = tag.location?.attrs?.[name];
      return { name, value, raw: raw.slice(place?.startOffset, place?.endOffset) };
    }),
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

/**
 * Writes a start tag anew. Attributes keep their spelling; of several with one name only the first counts, so that the
 * others are gone (HTML §13.2.5.33). A missing value is written out: it must not swallow what follows.
 */
export function writeTag(name: string, attributes: readonly TagAttribute[], selfClosing: boolean): string {
  const written = attributes.map((one) => (one.value === '' ? `${one.name}=""` : one.raw));
  return `<${[name, ...written].join(' ')}${selfClosing ? ' /' : ''}>`;
}
