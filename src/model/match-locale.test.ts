import { expect, it } from 'vitest';
import { matchLocale } from './match-locale.ts';

const PORTUGUESE = ['en', 'pt', 'pt-BR'];
const CHINESE = ['en', 'zh-Hans', 'zh-Hant'];

it.each([
  ['itself', 'de', ['en', 'de'], 'de'],
  ['itself, whatever its letters', 'PT-br', PORTUGUESE, 'pt-BR'],
  ['itself, as pages write it too', 'pt_BR', PORTUGUESE, 'pt-BR'],
  ['its language without a region', 'de-AT', ['en', 'de'], 'de'],
  ['its language without a region before another region', 'pt-PT', ['pt-BR', 'pt'], 'pt'],
  ['another region before another language', 'pt-PT', ['en', 'pt-BR'], 'pt-BR'],
  ['a region where none is asked for', 'pt', ['en', 'pt-BR'], 'pt-BR'],
  ['the first of several regions', 'en', ['en-GB', 'en-US'], 'en-GB'],
  ['the simplified script of mainland China', 'zh-CN', CHINESE, 'zh-Hans'],
  ['the simplified script of Singapore', 'zh-SG', CHINESE, 'zh-Hans'],
  ['the simplified script for Chinese as such', 'zh', CHINESE, 'zh-Hans'],
  ['the traditional script of Taiwan', 'zh-TW', CHINESE, 'zh-Hant'],
  ['the traditional script of Hong Kong', 'zh-HK', CHINESE, 'zh-Hant'],
  ['the traditional script of Macao', 'zh-MO', CHINESE, 'zh-Hant'],
  ['a script that the tag names', 'zh-Hant-SG', CHINESE, 'zh-Hant'],
  ['the right script before the right region', 'zh-TW', ['zh-Hans-TW', 'zh-Hant'], 'zh-Hant'],
  ['another script before another language', 'zh-TW', ['en', 'zh-CN'], 'zh-CN'],
  ['Bokmål for Norwegian as such', 'no', ['en', 'nb'], 'nb'],
  ['Bokmål for Nynorsk', 'nn-NO', ['en', 'nb'], 'nb'],
  ['Nynorsk for Nynorsk', 'nn-NO', ['nb', 'nn'], 'nn'],
  ['Hebrew under its old code', 'iw', ['en', 'he'], 'he'],
  ['nothing for another language', 'fr', ['en', 'de'], undefined],
  ['nothing where nothing is offered', 'en', [], undefined],
  ['nothing for no tag', '', ['en'], undefined],
  ['nothing for nonsense', '<script>', ['en'], undefined],
  ['nothing for the name of a property', '__proto__', ['en'], undefined],
  ['nothing that is no tag itself', 'en', ['not a tag'], undefined],
])('gives %s: "%s" of %j is %s', (_name, wanted, offered, expected) => {
  expect(matchLocale(wanted, offered)).toBe(expected);
});
