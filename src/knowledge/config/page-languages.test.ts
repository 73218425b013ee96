import { expect, it } from 'vitest';
import { pageLanguages } from './page-languages.ts';

it('needs nothing more where tag or language leads to the locale', () => {
  expect(pageLanguages(['en', 'de', 'pt', 'pt-BR'])).toEqual({
    en: 'en',
    de: 'de',
    pt: 'pt',
    'pt-br': 'pt-BR',
  });
});

it('begins with the fallback', () => {
  expect(Object.values(pageLanguages(['he', 'nb', 'en']))[0]).toBe('he');
});

it('knows which script each region writes Chinese in', () => {
  expect(pageLanguages(['zh-Hans', 'zh-Hant'])).toEqual({
    'zh-hans': 'zh-Hans',
    'zh-hant': 'zh-Hant',
    zh: 'zh-Hans',
    'zh-tw': 'zh-Hant',
    'zh-hk': 'zh-Hant',
    'zh-mo': 'zh-Hant',
    'zh-hant-tw': 'zh-Hant',
    'zh-hant-hk': 'zh-Hant',
  });
});

it('says nothing twice: one script serves all who read Chinese', () => {
  expect(pageLanguages(['zh-Hant'])).toEqual({ 'zh-hant': 'zh-Hant', zh: 'zh-Hant' });
});

it.each([
  ['Norwegian under its other names', ['nb'], { no: 'nb', nn: 'nb' }],
  ['Hebrew under its old one', ['he'], { iw: 'he' }],
  ['a language that stands there for one region alone', ['en-GB', 'pt-BR'], { en: 'en-GB', pt: 'pt-BR' }],
])('finds %s', (_name, locales, expected) => {
  expect(pageLanguages(locales)).toMatchObject(expected);
});
