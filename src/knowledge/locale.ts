import type { NoticeTexts } from '../model/notice.ts';
import { locales } from './locales/index.ts';
import type { PluralText, PolicyTexts } from './policy-texts.ts';

export type { PluralText, PolicyTexts } from './policy-texts.ts';

/** One language of everything that visitors read: `knowledge/locales/<tag>.json`. */
export interface Locale {
  /** BCP 47 language tag, such as `de` or `pt-BR`. */
  readonly tag: string;
  /** The language's name in itself. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  readonly notice: NoticeTexts & { readonly servicesCount: PluralText };
  readonly policy: PolicyTexts;
}

const byTag = new Map(locales.map((locale) => [locale.tag.toLowerCase(), locale]));

/** The locale with this BCP 47 tag, else that of its base language, else English. */
export function findLocale(tag: string): Locale {
  const wanted = tag.toLowerCase();
  const [base = ''] = wanted.split('-');
  return byTag.get(wanted) ?? byTag.get(base) ?? (byTag.get('en') as Locale);
}
