import { describe, expect, test } from 'vitest';
import { findLocale } from '../locale.ts';
import { formsOf, localeForms, localeTexts } from '../testing/locale-texts.ts';
import { locales } from './index.ts';
import { QUOTATION_MARKS, SAME_AS_ENGLISH } from './testing/spelling.ts';

const english = localeTexts(findLocale('en'));
const FULL_WIDTH = ['ja', 'zh-Hans', 'zh-Hant'];

/** What a text ends with, whatever its language calls a full stop, a question mark, a colon. */
function endOf(text: string): string {
  const last = text.trimEnd().at(-1) ?? '';
  if ('.。।'.includes(last)) return '.';
  if ('?？؟;'.includes(last)) return '?';
  return ':：'.includes(last) ? ':' : '';
}

/** Columns that a text takes: signs of East Asia are two wide. */
const width = (text: string) =>
  [...text].reduce(
    (sum, sign) =>
      sum + (/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(sign) ? 2 : 1),
    0,
  );

describe.each(locales.map((locale) => [locale.tag, locale] as const))('%s', (tag, locale) => {
  const forms = localeForms(locale);
  const faults = (pattern: RegExp) => forms.filter(([, text]) => pattern.test(text));

  test('leaves nothing in English but the words that are the same there', () => {
    if (tag === 'en') return;
    const mayStay = (text: string) => {
      const languages = SAME_AS_ENGLISH[text]?.in;
      return languages === '*' || languages?.split(' ').includes(tag);
    };
    const same = forms.filter(([path, text]) => formsOf(english.get(path)).includes(text));
    expect(same.filter(([, text]) => !mayStay(text))).toEqual([]);
    expect(faults(/\b(the|your|which|from|this)\b/i)).toEqual([]);
  });

  test('ends each text as the English one does: sentences with a full stop, labels without', () => {
    for (const [path, text] of forms) {
      const end = endOf(formsOf(english.get(path))[0] ?? '');
      // "What are cookies?" and "What cookies are" are one heading.
      const isHeading = end === '' || end === '?';
      expect(isHeading ? ['', '?'] : [end], `${path}: ${text}`).toContain(endOf(text));
    }
  });

  test('sets quotation marks as its language does, and typographic apostrophes', () => {
    expect(QUOTATION_MARKS).toHaveProperty(tag);
    expect(faults(/["'`´]/)).toEqual([]);
    const [open, close] = QUOTATION_MARKS[tag] ?? '';
    const inMarks = (text: string) =>
      new RegExp(`${open}[\\u00a0\\u202f]?${text}[\\u00a0\\u202f]?${close}`, 'gu');
    const quoted = inMarks(`[^${open}${close}]+`);
    for (const [path, text] of forms)
      expect([path, text.replace(quoted, '').match(/[“”„‟«»‘‚‹›「」『』]/gu)]).toEqual([path, null]);
    for (const body of [locale.notice.body, locale.notice.bodyOptOut])
      expect(body).toMatch(inMarks(locale.notice.settings));
  });

  test('has no loose ends: double or outer spaces, spaces before a stop, three dots', () => {
    expect(faults(/ {2}|^\s|\s$|\s[.,،。、؛]|\.\.\./)).toEqual([]);
  });

  test('takes the punctuation of its script', () => {
    if (FULL_WIDTH.includes(tag)) expect(faults(/[,.:;?!()](?![\w.])/)).toEqual([]);
    if (tag === 'ar') expect(faults(/[,;?]/)).toEqual([]);
    if (tag === 'hi') expect(faults(/\.(?!\w)/)).toEqual([]);
  });

  test('keeps names in another script apart, so that their full stops and brackets stay with them', () => {
    if (locale.dir === 'ltr') return;
    // In the notice alone: the policy drops what turns directions, since a scanned site could have chosen it.
    const unisolated = /(?<!\u2068)\{(?!count|services|purposes|granted|total)\w+\}(?!\u2069)/;
    expect(faults(unisolated).filter(([path]) => path.startsWith('notice.'))).toEqual([]);
    expect(faults(/[\u2068\u2069]/).filter(([path]) => path.startsWith('policy.'))).toEqual([]);
    // A paragraph takes its direction from its first letter that is not kept apart.
    const begins = (text: string) => text.replace(/\{\w+\}/g, '').match(/\p{L}/u)?.[0] ?? '';
    const paragraphs = forms.filter(([, text]) => text.endsWith('.'));
    expect(paragraphs.filter(([, text]) => /\p{Script=Latin}/u.test(begins(text)))).toEqual([]);
  });

  test('LAW-L1-003: labels of buttons are short enough for a phone, and Accept about as long as Reject', () => {
    const { accept, reject, settings, save, withdraw, reload, placeholderOnce, placeholderAlways, open } =
      locale.notice;
    for (const label of [accept, reject, settings, save, placeholderOnce, placeholderAlways, reload])
      expect([label, width(label) <= 26]).toEqual([label, true]);
    for (const label of [withdraw, open]) expect([label, width(label) <= 36]).toEqual([label, true]);
    expect(Math.abs(width(accept) - width(reject)), `${accept} / ${reject}`).toBeLessThanOrEqual(8);
  });
});
