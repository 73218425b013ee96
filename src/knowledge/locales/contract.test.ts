import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findLocale } from '../locale.ts';
import { formsOf, localeTexts } from '../testing/locale-texts.ts';
import { locales } from './index.ts';

const placeholders = (forms: readonly string[]) =>
  [...new Set(forms.flatMap((form) => form.match(/\{[^}]*\}/g) ?? []))].sort();
const english = localeTexts(findLocale('en'));

test('there is one file for each locale, named after its tag', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.json'));
  expect(files.sort()).toEqual(locales.map(({ tag }) => `${tag}.json`).sort());
});

describe.each(locales.map((locale) => [locale.tag, locale] as const))('%s', (tag, locale) => {
  const texts = localeTexts(locale);

  test('is a language that the platform can write, in its own direction', () => {
    expect(Intl.PluralRules.supportedLocalesOf(tag)).toEqual([tag]);
    expect(locale.name).toBe(new Intl.DisplayNames([tag], { type: 'language' }).of(tag));
    const isRightToLeft = ['Arab', 'Hebr'].includes(new Intl.Locale(tag).maximize().script ?? '');
    expect(locale.dir).toBe(isRightToLeft ? 'rtl' : 'ltr');
  });

  test('LAW-L1-013: has every text of the English one and none besides, and none is empty', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of texts)
      for (const form of formsOf(text)) expect(form.trim(), path).not.toBe('');
  });

  test('fills in the same values as the English one', () => {
    for (const [path, text] of texts)
      expect([path, placeholders(formsOf(text))]).toEqual([path, placeholders(formsOf(english.get(path)))]);
  });

  test('has each plural form that its language asks for', () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
    const plurals = [...texts].filter(([, text]) => typeof text === 'object');
    for (const [path, text] of plurals)
      expect([path, ...Object.keys(text).toSorted()]).toEqual([path, ...categories]);
  });

  test('LAW-L1-009: names controller, purposes and the number of services, and that consent can be withdrawn', () => {
    const { body, withdrawHint, preferencesTitle, settings } = locale.notice;
    expect(placeholders([body])).toEqual(['{controller}', '{purposes}', '{services}']);
    expect(withdrawHint.toLowerCase()).toContain(preferencesTitle.toLowerCase());
    expect(body).toContain(settings);
  });
});

test('LAW-L1-012: the buttons have plain, neutral labels', () => {
  const labels = (tag: string) => {
    const { accept, reject, settings } = findLocale(tag).notice;
    return [accept, reject, settings];
  };
  expect(labels('en')).toEqual(['Accept all', 'Reject all', 'Settings']);
  expect(labels('de')).toEqual(['Alle akzeptieren', 'Alle ablehnen', 'Einstellungen']);
});
