/** What the text of a button may mean in a notice. */
export const BUTTON_MEANINGS = ['accept', 'reject', 'settings', 'save', 'acknowledge', 'other'] as const;
/** One of {@link BUTTON_MEANINGS}. */
export type ButtonMeaning = (typeof BUTTON_MEANINGS)[number];

/** Lower case, letters and digits only, one space between words. */
export const normalizeButtonText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** What the model knows a text by: its words, pairs of neighbours, first and last word. Takes a normalized text. */
export function buttonFeatures(text: string): string[] {
  const words = text.split(' ').filter(Boolean);
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  const length = `#${Math.min(words.length, 8)}`;
  return [...new Set([...words, ...pairs, `^${words[0] ?? ''}`, `${words.at(-1) ?? ''}$`, length])];
}
