import { describe, expect, it } from 'vitest';
import { localize, readText } from './localized-text.ts';

describe('localize', () => {
  it.each([
    ['one text', 'de', 'one text'],
    [{ en: 'a', de: 'b' }, 'de', 'b'],
    [{ en: 'a', de: 'b' }, 'de-AT', 'b'],
    [{ en: 'a', 'zh-CN': 'b', 'zh-TW': 'c' }, 'zh-Hant', 'c'],
    [{ en: 'a', de: 'b' }, 'fr', 'a'],
    [{ fr: 'c' }, 'de', 'c'],
    [{}, 'de', ''],
    [undefined, 'de', ''],
  ])('%j in %s is %j', (text, locale, expected) => {
    expect(localize(text, locale)).toBe(expected);
  });
});

describe('readText', () => {
  it.each([
    ['one text', 'de', ['one text']],
    [{ en: 'a', de: 'b' }, 'de', ['b']],
    [{ en: 'a', de: 'b' }, 'de-AT', ['b', 'de']],
    [{ en: 'a', de: 'b' }, 'fr', ['a', 'en']],
    [{ fr: 'c' }, 'de', ['c', 'fr']],
    [{}, 'de', ['']],
  ])('A11Y-010 %j in %s is %j: its language where that is another', (text, locale, expected) => {
    expect(readText(text, locale)).toEqual(expected);
  });
});
