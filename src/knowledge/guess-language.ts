import type { Locale } from './locale.ts';
import { locales } from './locales/index.ts';

/** Fewer letters tell nothing. */
const LEAST_LETTERS = 40;
/** By how much, for each three letters, the best language must be likelier than the next one; in nats. */
const LEAST_LEAD = 0.12;
/** Less likely than this on average: a language that is not shipped, or no language. */
const LEAST_LIKELY = -8.6;

const clean = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/\{[^}]*\}|<[^>]*>/g, ' ')
    .replace(/[^\p{L}\p{M}’']+/gu, ' ')
    .trim()} `;

function* triplesOf(text: string): Generator<string> {
  const letters = [...clean(text)];
  for (let at = 0; at + 2 < letters.length; at += 1) yield letters.slice(at, at + 3).join('');
}

/** All texts of a locale, in one. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value && typeof value === 'object' ? Object.values(value).map(textOf).join(' ') : '';
}

/** How likely three letters are after one another in a language. */
interface Profile {
  readonly tongue: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Different ones that a language has, about. */
const KINDS = 8000;

function profilesOf(taught: readonly Locale[]): Profile[] {
  const tongues = new Map<string, Map<string, number>>();
  for (const { tag, notice, policy } of taught) {
    const tongue = tag.split('-')[0] ?? tag;
    const counts = tongues.get(tongue) ?? new Map<string, number>();
    tongues.set(tongue, counts);
    for (const triple of triplesOf(textOf({ notice, policy })))
      counts.set(triple, (counts.get(triple) ?? 0) + 1);
  }
  return [...tongues].map(([tongue, counts]) => ({
    tongue,
    counts,
    total: [...counts.values()].reduce((sum, count) => sum + count, 0),
  }));
}

/** Words are not set apart in these, so few letters meet twice. */
const SCRIPTS = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.2],
  ['ko', /\p{Script=Hangul}/gu, 0.5],
  ['zh', /\p{Script=Han}/gu, 0.5],
] as const;

function tongueOfScript(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LEAST_LETTERS / 2) return undefined;
  return SCRIPTS.find(([, script, share]) => (text.match(script)?.length ?? 0) > share * letters)?.[0];
}

/** Tells the language of a text; `undefined` where it is too short, mixed, or in none of the shipped languages. */
export type GuessLanguage = (text: string) => string | undefined;

/** A guesser that knows the languages of these locales, by what their own texts look like. */
export function createGuessLanguage(taught: readonly Locale[]): GuessLanguage {
  const profiles = profilesOf(taught);
  const rank = (triples: readonly string[]) =>
    profiles
      .map(({ tongue, counts, total }) => {
        const likely = triples.map((one) => Math.log(((counts.get(one) ?? 0) + 0.5) / (total + KINDS / 2)));
        return { tongue, score: likely.reduce((sum, one) => sum + one, 0) / triples.length };
      })
      .sort((a, b) => b.score - a.score);
  return (text) => {
    const byScript = tongueOfScript(text);
    if (byScript) return byScript;
    const triples = [...triplesOf(text)];
    if (triples.length < LEAST_LETTERS) return undefined;
    const [best, next] = rank(triples);
    if (!best || best.score < LEAST_LIKELY) return undefined;
    if (next && best.score - next.score < LEAST_LEAD) return undefined;
    if (triples.length < 2 * LEAST_LETTERS) return best.tongue;
    const half = triples.length / 2;
    const halves = [triples.slice(0, half), triples.slice(half)];
    return halves.every((part) => rank(part)[0]?.tongue === best.tongue) ? best.tongue : undefined;
  };
}

let shipped: GuessLanguage | undefined;

/** The language of a text as a tag without region, such as `pt`, among those of the shipped locales. */
export function guessLanguage(text: string): string | undefined {
  shipped ??= createGuessLanguage(locales);
  return shipped(text);
}
