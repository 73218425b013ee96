import { matchLocale } from './match-locale.ts';

/** A text in one language for everybody, or one text per BCP 47 language tag. */
export type LocalizedText = string | Readonly<Record<string, string>>;

/**
 * The text in `locale`, else in what its reader reads best, else in `fallback`, else in any language, and its BCP 47 tag where
 * that is not `locale`; `['']` when there is none. Of a text for everybody the language is not known.
 */
export function readText(
  text: LocalizedText | undefined,
  locale: string,
  fallback = 'en',
): [text: string, lang?: string] {
  if (text === undefined || typeof text === 'string') return [text ?? ''];
  const tags = Object.keys(text);
  const lang = [matchLocale(locale, tags), fallback, ...tags].find((tag) => text[tag ?? ''] !== undefined);
  const found = text[lang ?? ''] ?? '';
  return lang === undefined || lang === locale ? [found] : [found, lang];
}

/** {@link readText} without its language. */
export const localize = (text: LocalizedText | undefined, locale: string, fallback?: string): string =>
  readText(text, locale, fallback)[0];
