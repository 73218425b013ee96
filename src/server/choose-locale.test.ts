import { describe, expect, it } from 'vitest';
import { chooseLocale } from './choose-locale.ts';

describe('The locale of an answer', () => {
  it.each([
    ['what is asked for', ['en', 'de'], 'de', 'en', 'de'],
    ['the base language of what is asked for', ['en', 'de'], 'de-AT', '', 'de'],
    ['the exact region before its base', ['pt', 'pt-BR'], 'pt-BR', '', 'pt-BR'],
    ['the script that a region writes', ['zh-Hans', 'zh-Hant'], undefined, 'zh-TW', 'zh-Hant'],
    ['what the browser wants most', ['en', 'de'], undefined, 'fr;q=0.9, de;q=0.8, en;q=0.7', 'de'],
    ['never what the browser refuses', ['en', 'de'], undefined, 'de;q=0, fr', 'en'],
    ['the first of the site for anything else', ['de', 'en'], 'xx', 'zz', 'de'],
    ['the first of the site without a word', ['de', 'en'], undefined, '', 'de'],
    ['the first of the site for nonsense', ['de', 'en'], '<script>', ';;q=,=,;q=x', 'de'],
  ] as const)('is %s', (_name, available, asked, header, expected) => {
    expect(chooseLocale(available, asked, header)).toBe(expected);
  });
});
