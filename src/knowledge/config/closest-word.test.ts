import { expect, it } from 'vitest';
import { closestWord } from './closest-word.ts';

it.each([
  ['purpse', ['purpose', 'provider'], 'purpose'],
  ['Domains', ['domains'], 'domains'],
  ['lifetime', ['lifetimeSeconds', 'kind'], undefined],
  ['zzz', ['purpose'], undefined],
  ['x'.repeat(1_000_000), ['purpose'], undefined],
  ['a', [], undefined],
])('the closest word to %.10s among %j is %s', (word, words, expected) => {
  expect(closestWord(word, words)).toBe(expected);
});
