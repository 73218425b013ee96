/** A piece of running text; a plain string is text that nobody has checked and every renderer escapes. */
export type Inline =
  | string
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'strong'; readonly text: string }
  /** Stands on a line of its own below what it belongs to, less loud. */
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly href: string };

/** Running text. */
export type Phrase = readonly Inline[];

/** A button that the runtime in the page answers to (`data-avowal-action`). */
interface Control {
  readonly action: 'open' | 'withdraw';
  readonly label: string;
}

/** One piece of a section, free of any output format. */
export type Block =
  | { readonly type: 'heading'; readonly level: 3 | 4; readonly text: string; readonly note?: string }
  | { readonly type: 'paragraph'; readonly phrase: Phrase }
  | { readonly type: 'list'; readonly items: readonly Phrase[] }
  | { readonly type: 'facts'; readonly items: readonly (readonly [string, Phrase])[] }
  | {
      readonly type: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Phrase[])[];
    }
  | {
      readonly type: 'controls';
      readonly buttons: readonly Control[];
      /** Said instead where the page stands on none of the domains, before `onSite`. */
      readonly elsewhere: string;
      /** Where the controls are on the site itself. */
      readonly onSite: Phrase;
      readonly domains: readonly string[];
      /** Said instead where there is no JavaScript. */
      readonly withoutScript: string;
    };

const SAFE_HREF = /^(?:https?:\/\/|mailto:|\/(?!\/)|#)[^\s\\]*$/i;

/** A link, or only its text where the address is none that a reader may be sent to. */
export const link = (text: string, href: string): Inline =>
  SAFE_HREF.test(href) ? { type: 'link', text, href } : text;

/** A text whose `{…}` are running text too: where a link stands in a sentence is for the language to say. */
export const fillPhrase = (text: string, values: Readonly<Record<string, Phrase>>): Phrase =>
  text
    .split(/\{(\w+)\}/)
    // At odd places stand the names.
    .flatMap((part, index) =>
      index % 2 === 0 ? (part === '' ? [] : [part]) : Object.hasOwn(values, part) ? (values[part] ?? []) : [],
    );

/** A paragraph. */
export const paragraph = (...phrase: Inline[]): Block => ({ type: 'paragraph', phrase });

/** A heading inside a section; `note` stands beside it. */
export const heading = (level: 3 | 4, text: string, note?: string): Block => ({
  type: 'heading',
  level,
  text,
  ...(note !== undefined && { note }),
});

/** A whole policy before it takes a format. */
export interface PolicyDocument {
  readonly title: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly blocks: readonly Block[];
  }[];
}
