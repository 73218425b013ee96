import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findLocale } from '../locale.ts';
import { locales } from './index.ts';

const isPlural = (value: object) => 'other' in value;

/** Every text by its path; the forms of a plural text count as one, since languages have different forms. */
function* textsOf(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (value && typeof value === 'object' && isPlural(value))
    yield [path, Object.values(value).join(' / ')];
  else for (const [key, part] of Object.entries(value as object)) yield* textsOf(part, `${path}.${key}`);
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w*\}/g))].sort();
const english = new Map(textsOf({ notice: findLocale('en').notice, policy: findLocale('en').policy }));

test('there is one file for each locale, named after its tag', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.json'));
  expect(files.sort()).toEqual(locales.map(({ tag }) => `${tag}.json`).sort());
});

describe.each(locales.map((locale) => [locale.tag, locale] as const))('%s', (tag, locale) => {
  const texts = new Map(textsOf({ notice: locale.notice, policy: locale.policy }));

  test('is a language that the platform can write', () => {
    expect(Intl.PluralRules.supportedLocalesOf(tag)).toEqual([tag]);
    expect(['ltr', 'rtl']).toContain(locale.dir);
    expect(locale.name).toBe(new Intl.DisplayNames([tag], { type: 'language' }).of(tag));
  });

  test('LAW-L1-013: has every text of the English one and none besides, and none is empty', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of texts) expect(text.trim(), path).not.toBe('');
  });

  test('fills in the same values as the English one', () => {
    for (const [path, text] of texts)
      expect([path, placeholders(text)]).toEqual([path, placeholders(english.get(path) ?? '')]);
  });

  test('has each plural form that its language asks for', () => {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
    const plurals = [
      locale.notice.servicesCount,
      locale.policy.months,
      locale.policy.use.first,
      locale.policy.use.third,
      locale.policy.use.requests,
    ];
    for (const plural of plurals) expect(Object.keys(plural).toSorted()).toEqual(forms);
  });

  test('LAW-L1-009: names controller, purposes and the number of services, and that consent can be withdrawn', () => {
    expect(placeholders(locale.notice.body)).toEqual(['{controller}', '{purposes}', '{services}']);
    expect(locale.notice.withdrawHint.toLowerCase()).toContain(locale.notice.preferencesTitle.toLowerCase());
    expect(locale.notice.body).toContain(locale.notice.settings);
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
