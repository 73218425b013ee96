import { matchLocale } from './match-locale.ts';

/** A text in one language for everybody, or one text per BCP 47 language tag. */
export type LocalizedText = string | Readonly<Record<string, string>>;

/** The text in `locale`, else in what its reader reads best, else in `fallback`, else in any language; `''` when there is none. */
export function localize(text: LocalizedText | undefined, locale: string, fallback = 'en'): string {
  if (text === undefined || typeof text === 'string') return text ?? '';
  const closest = matchLocale(locale, Object.keys(text)) ?? fallback;
  return text[closest] ?? text[fallback] ?? Object.values(text)[0] ?? '';
}
