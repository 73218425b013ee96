/** A text in one language for everybody, or one text per BCP 47 language tag. */
export type LocalizedText = string | Readonly<Record<string, string>>;

/** The text in `locale`, else in its base language, else in `fallback`, else in any language; `''` when there is none. */
export function localize(text: LocalizedText | undefined, locale: string, fallback = 'en'): string {
  if (text === undefined || typeof text === 'string') return text ?? '';
  const base = locale.split('-')[0] ?? locale;
  return text[locale] ?? text[base] ?? text[fallback] ?? Object.values(text)[0] ?? '';
}
