import { BUTTON_MEANINGS, type ButtonMeaning, buttonFeatures, normalizeButtonText } from './button-text.ts';

/** One weight for each of {@link BUTTON_MEANINGS}, in tenths, for each feature that the model knows. */
export interface ButtonModel {
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** Less sure than this is not sure. */
const SURE = 0.95;

/** Words that turn a yes round, or narrow it: with one of them no text is taken for a yes that the model has not learnt. */
const NARROWS =
  /\b(not|dont|no|non|nein|nicht|nichts|nie|nee|ne|pas|sans|sin|ohne|zonder|bez|without|only|just|nur|solo|solamente|sólo|seulement|uniquement|alleen|tylko|pouze|endast|kun|bare|vain|csak|apenas|somente|selected|selection)\b|necess|nécess|neces|notwend|erforder|essen[tzc]i|noodzak|niezbęd|nezbytn|nødvend|nödvänd|välttäm|szüksé|required|seleccion|sélection|selezion|ausgewähl|verbiet|refus|reject|declin|deny/;

/** A refusal that costs money is an offer. */
const SELLS = /abo\b|abonn|subscri|suscri|\bpay|payer|pagar|bezahl|kaufen|€|\d/;

/** What a button's text means; `undefined` where the model is not sure or knows less than half of the words. */
export function meaningOf(text: string, model: ButtonModel): ButtonMeaning | undefined {
  const normal = normalizeButtonText(text);
  const words = normal.split(' ');
  const isKnown = (feature: string) => Object.hasOwn(model.weights, feature);
  if (normal.length > 80 || words.filter(isKnown).length * 2 < words.length) return undefined;
  const rows = buttonFeatures(normal).flatMap((feature) =>
    isKnown(feature) ? [model.weights[feature] ?? []] : [],
  );
  const scores = BUTTON_MEANINGS.map(
    (_, n) => rows.reduce((sum, row) => sum + (row[n] ?? 0), model.bias[n] ?? 0) / 10,
  );
  const top = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  const meaning = 1 / total >= SURE ? BUTTON_MEANINGS[scores.indexOf(top)] : undefined;
  const isTurned = meaning === 'accept' ? NARROWS.test(normal) : meaning === 'reject' && SELLS.test(normal);
  return isTurned ? undefined : meaning;
}
