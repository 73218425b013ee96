import { matchLocale } from '../../model/match-locale.ts';

/** Languages of pages whose name leads to no locale's tag or language by itself. */
const OTHER_NAMES = ['no', 'nn', 'nb', 'iw', 'zh', 'zh-cn', 'zh-sg', 'zh-tw', 'zh-hk', 'zh-mo'];
const WITH_SCRIPT = ['zh-hans-cn', 'zh-hant-tw', 'zh-hant-hk'];

/**
 * Lower-case language of a page → the best of a site's locales, the fallback first. What is absent is looked up by its base
 * language. It spares the browser the knowledge, and a site that needs none of it the bytes.
 */
export function pageLanguages(locales: readonly string[]): Record<string, string> {
  const found = Object.fromEntries(locales.map((locale) => [locale.toLowerCase(), locale]));
  const base = (tag: string) => tag.split('-')[0] as string;
  for (const tag of [...OTHER_NAMES, ...WITH_SCRIPT, ...locales.map((locale) => base(locale))]) {
    const best = matchLocale(tag, locales);
    if (best && best !== (found[tag] ?? found[base(tag)])) found[tag] = best;
  }
  return found;
}
