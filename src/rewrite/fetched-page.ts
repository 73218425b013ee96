import type { MarkupScanner } from './scan-markup.ts';

/** What may stand before the first character that counts: white space and a byte order mark, which is `ï»¿` in bytes. */
const BEFORE = /^[\s\ufeffï»¿]+/;

const DOCUMENT = /^<(?:!doctype|html|head)[\s>]/i;

/** `<!doctype` and the character behind it. */
const LONGEST_BEGINNING = 10;

const AS_IT_IS: MarkupScanner = { write: (html) => html, end: () => '' };

/** Whether a script asks, and not the browser itself for a visit (Fetch Metadata §2.1); libraries say it in a header of their own. */
export const isFetched = (header: (name: string) => unknown): boolean =>
  (header('sec-fetch-dest') === 'empty' && !header('sec-purpose')) ||
  header('x-requested-with') === 'XMLHttpRequest';

/**
 * Rewrites what a script has asked for. A document is one like any other. A piece of a page goes into one that has the core,
 * so it gets none. What does not begin with a tag passes as it is: PHP calls everything HTML that is not called anything
 * else, and a tag put into JSON would break it.
 */
export function createFetchedRewriter(create: (isDocument: boolean) => MarkupScanner): MarkupScanner {
  let begun = '';
  let chosen: MarkupScanner | undefined;
  const choose = (isLast: boolean): MarkupScanner | undefined => {
    const text = begun.replace(BEFORE, '');
    if (!isLast && (text === '' || (text.startsWith('<') && text.length < LONGEST_BEGINNING)))
      return undefined;
    return text.startsWith('<') ? create(DOCUMENT.test(text)) : AS_IT_IS;
  };
  return {
    write(html) {
      if (chosen) return chosen.write(html);
      begun += html;
      chosen = choose(false);
      return chosen?.write(begun) ?? '';
    },
    end() {
      if (chosen) return chosen.end();
      const last = choose(true) ?? AS_IT_IS;
      return last.write(begun) + last.end();
    },
  };
}
