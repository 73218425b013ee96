import type { PluralText } from './locale.ts';

/** Puts values into a text's `{…}` in one pass, so that a value which looks like a placeholder stays as it is. */
export const fillText = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : placeholder,
  );

/** The text for `count` things in the plural form that the language asks for. */
export function countText(text: PluralText, count: number, locale: string): string {
  const form = text[new Intl.PluralRules(locale).select(count)] ?? text.other;
  return fillText(form, { count: new Intl.NumberFormat(locale).format(count) });
}

/** `a, b and c` in the reader's language. */
export const listText = (items: readonly string[], locale: string): string =>
  listParts(items, locale)
    .map(({ value }) => value)
    .join('');

/** The items of such a list, and what stands between them. */
export const listParts = (
  items: readonly string[],
  locale: string,
): { readonly type: 'element' | 'literal'; readonly value: string }[] =>
  // The word in Welsh depends on the sound that follows: CLDR writes "a(c)" for people to choose from.
  new Intl.ListFormat(locale, { type: /^cy\b/.test(locale) ? 'unit' : 'conjunction' }).formatToParts(items);
