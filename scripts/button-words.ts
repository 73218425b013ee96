// node scripts/button-words.ts labelled-button-texts.csv: learns what buttons of notices mean.
//
// Reads the labelled texts of DuckDuckGo's tracker-radar-collector (Apache-2.0, see NOTICE), fits one linear model over
// words and pairs of words, writes it to src/scan/notice/button-model.json, and prints how well it does on texts that it has
// not seen: five times, each with another fifth of the different texts kept back.
import { readFileSync, writeFileSync } from 'node:fs';
import {
  BUTTON_MEANINGS,
  type ButtonMeaning,
  buttonFeatures,
  normalizeButtonText,
} from '../src/scan/notice/button-text.ts';
import { type ButtonModel, meaningOf } from '../src/scan/notice/meaning-of.ts';

interface Example {
  readonly text: string;
  readonly meaning: ButtonMeaning;
  /** Sites that have it. */
  readonly count: number;
}

/** The collection has no label of its own for what keeps the choices that are set. */
const SAVES =
  /^(?!.*\b(all|alle|alles|wszystkie|non.essential)\b).*(\bsave|confirm|selecti|selected|speicher|auswahl|ausgewählt|bestätig|enregistrer|sauvegard|sélection|valider|guardar|selección|salva|selezion|opsla|geselecteerd|zapisz|wybrane|potwierdz|selecció)/;
const SAVES_WORDS =
  /^(save|save and close|save close|save exit|speichern und schließen|opslaan|opslaan en sluiten|zapisz|enregistrer|speichern|guardar)$/;
const SELLS = /\b(sell|share)\b|ccpa/;
const CLOSES =
  /close|dismiss|^x\b|fermer|schlie(ß|ss)|sluiten|zamknij|cerrar|chiudi|continu|masquer|hide|skip/;

function meaningIn(label: string, text: string): ButtonMeaning {
  if (label === 'other') return SAVES_WORDS.test(text) ? 'save' : 'other';
  if (label === 'reject') return SELLS.test(text) ? 'other' : 'reject';
  if (label === 'settings') return 'settings';
  if (SAVES.test(text)) return 'save';
  if (label === 'acknowledge') return CLOSES.test(text) ? 'other' : 'acknowledge';
  return 'accept';
}

function readExamples(file: string): Example[] {
  const byText = new Map<string, Example>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [, quoted, plain, count, label = ''] =
      /^(?:"((?:[^"]|"")*)"|([^,]*)),(\d+),(\w+)\r?$/.exec(line) ?? [];
    const text = normalizeButtonText((quoted ?? plain ?? '').replaceAll('""', '"'));
    if (!text || text.length > 80 || byText.has(text)) continue;
    byText.set(text, { text, meaning: meaningIn(label, text), count: Number(count) });
  }
  return [...byText.values()];
}

const ROUNDS = 60;
const RATE = 0.5;
const DECAY = 2e-5;

/** Multinomial logistic regression by stochastic gradient descent, always in the same order. */
function learn(examples: readonly Example[]): ButtonModel {
  const seen = new Map<string, number>();
  for (const { text } of examples)
    for (const feature of buttonFeatures(text)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const weights = new Map<string, number[]>();
  for (const [feature, times] of seen)
    if (times >= 2)
      weights.set(
        feature,
        BUTTON_MEANINGS.map(() => 0),
      );
  const bias = BUTTON_MEANINGS.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE / (1 + round / 10);
    for (let at = 0; at < examples.length; at++) {
      // A fixed shuffle: a large prime steps through all of them.
      const { text, meaning, count } = examples[(at * 7919 + round * 31) % examples.length] as Example;
      const rows = buttonFeatures(text).flatMap((feature) => weights.get(feature) ?? []);
      const own = buttonFeatures(text).flatMap((feature) => {
        const row = weights.get(feature);
        return row ? [row] : [];
      });
      if (rows.length === 0) continue;
      const scores = BUTTON_MEANINGS.map((_, n) =>
        own.reduce((sum, row) => sum + (row[n] ?? 0), bias[n] ?? 0),
      );
      const top = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - top));
      const total = powers.reduce((a, b) => a + b);
      const step = (rate * (1 + Math.log10(count))) / 3;
      BUTTON_MEANINGS.forEach((name, n) => {
        const error = (name === meaning ? 1 : 0) - (powers[n] ?? 0) / total;
        bias[n] = (bias[n] ?? 0) + step * error * 0.1;
        for (const row of own) row[n] = (row[n] ?? 0) * (1 - DECAY) + step * error;
      });
    }
  }
  const round = (value: number) => Math.round(value * 10);
  const kept = [...weights]
    .map(([feature, row]) => [feature, row.map(round)] as const)
    .filter(([, row]) => row.some((value) => Math.abs(value) >= 5))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { bias: bias.map(round), weights: Object.fromEntries(kept) };
}

const [file] = process.argv.slice(2);
if (!file) throw new Error('Name the file with the labelled texts.');
const examples = readExamples(file);
const FOLDS = 5;
const counts = BUTTON_MEANINGS.map(() => ({ said: 0, right: 0, real: 0 }));
for (let fold = 0; fold < FOLDS; fold++) {
  const model = learn(examples.filter((_, index) => index % FOLDS !== fold));
  for (const { text, meaning } of examples.filter((_, index) => index % FOLDS === fold)) {
    const said = meaningOf(text, model);
    BUTTON_MEANINGS.forEach((name, n) => {
      const count = counts[n];
      if (!count) return;
      if (name === meaning) count.real += 1;
      if (name === said) count.said += 1;
      if (name === said && name === meaning) count.right += 1;
      else if (name === said && process.env.SHOW && name !== 'other')
        console.log(`${name} but ${meaning}: ${text}`);
    });
  }
}
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
console.log(`${examples.length} different texts, each judged by a model that has not seen it\n`);
console.log('| meaning | precision | recall |\n| --- | ---: | ---: |');
BUTTON_MEANINGS.forEach((name, n) => {
  const { said = 0, right = 0, real = 0 } = counts[n] ?? {};
  console.log(`| ${name} | ${percent(right, said)} | ${percent(right, real)} |`);
});
writeFileSync(
  new URL('../src/scan/notice/button-model.json', import.meta.url),
  `${JSON.stringify(learn(examples))}\n`,
);
