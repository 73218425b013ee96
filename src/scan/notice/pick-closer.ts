import { locales } from '../../knowledge/locales/index.ts';
import { normalizeButtonText } from './button-text.ts';
import type { CloserFacts } from './collect-closers.ts';
import { readButton } from './read-button.ts';

/** Beside what the shipped locales say. */
const WRITTEN = [
  'dismiss',
  'hide',
  'schliessen',
  'ausblenden',
  'masquer',
  'ocultar',
  'nascondi',
  'sluit',
  'luk',
  'ukryj',
];

const CLOSE_WORDS: ReadonlySet<string> = new Set(
  [...locales.map(({ notice }) => notice.close), ...WRITTEN].map(normalizeButtonText),
);

/** A cross, drawn with whatever letter. */
const CROSS = /^[x×✕✖✗✘╳⨯⨉❌🗙]$/iu;
const CROSS_IN_WORDS = /[×✕✖✗✘╳⨯⨉❌🗙]|\sx$/iu;

/** A label is short: "Close the cookie notice". */
const MOST_WORDS = 6;

const saysClose = (text: string): boolean => {
  const normal = normalizeButtonText(text);
  const words = normal.split(' ');
  return (
    CLOSE_WORDS.has(normal) || (words.length <= MOST_WORDS && words.some((word) => CLOSE_WORDS.has(word)))
  );
};

/** Whether the words of a button that answers also promise to close, by a cross or by a word. */
export const alsoCloses = (text: string): 'cross' | 'word' | undefined => {
  if (CROSS_IN_WORDS.test(text)) return 'cross';
  return saysClose(text) ? 'word' : undefined;
};

/** "Save and close" is an answer, whatever stands around the word that makes it one. */
const answers = (text: string): boolean =>
  [text, ...normalizeButtonText(text).split(' ')]
    .flatMap((part) => readButton(part).actions)
    .some((action) => action === 'accept' || action === 'reject' || action === 'save');

function closes({ text, label, hint, isInCorner }: CloserFacts): boolean {
  if (CROSS.test(text)) return true;
  const name = text || label;
  if (!name) return isInCorner || /close|dismiss|schlie|ferm/i.test(hint);
  return saysClose(name) && !answers(name);
}

/** The control that closes the notice: by its sign or words, else by its place or name; -1 = there is none without doubt. */
export const pickCloser = (facts: readonly CloserFacts[]): number => facts.findIndex(closes);
