import { matchLocale } from '../model/match-locale.ts';
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

const byTag = new Map(locales.map((locale) => [locale.tag, locale]));

/** Tag of each language that visitors can be asked in. */
export const LOCALE_TAGS: readonly string[] = [...byTag.keys()];

/** Whether visitors can be asked in the language of this BCP 47 tag. */
export const hasLocale = (tag: string): boolean => matchLocale(tag, LOCALE_TAGS) !== undefined;

/** The locale that a reader of this BCP 47 tag reads best (`zh-TW` finds `zh-Hant`), else English. */
export const findLocale = (tag: string): Locale => byTag.get(matchLocale(tag, LOCALE_TAGS) ?? 'en') as Locale;
