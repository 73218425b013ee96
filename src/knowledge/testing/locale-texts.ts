import type { Locale, PluralText } from '../locale.ts';

/** A text, or its plural forms: languages have different ones, so they count as one text. */
type Leaf = string | PluralText;

const isPlural = (value: object): value is PluralText => 'other' in value;

/** Every text of a locale by its path. */
export function localeTexts({ notice, policy }: Locale): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  const visit = (value: Leaf | object, path: string): void => {
    if (typeof value === 'string' || isPlural(value)) found.set(path, value);
    else for (const [key, part] of Object.entries(value)) visit(part, `${path}.${key}`);
  };
  visit(notice, 'notice');
  visit(policy, 'policy');
  return found;
}

/** The one form of a text, or all of its plural forms. */
export const formsOf = (text: Leaf | undefined): string[] =>
  typeof text === 'string' ? [text] : Object.values(text ?? {});

/** Every text of a locale with its path, and each plural form for itself. */
export const localeForms = (locale: Locale): [path: string, text: string][] =>
  [...localeTexts(locale)].flatMap(([path, text]) =>
    formsOf(text).map((form): [string, string] => [path, form]),
  );
