/** Where the values of a figure lie. */
export interface Spread {
  readonly n: number;
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/** The value below which a share of sorted values lies, between two of them where it falls there. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below = Number.NaN, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
  return below + (above - below) * (place - Math.floor(place));
}

/** Median and quartiles; `undefined` where no value is a number. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const at = (share: number) => Math.round(quantile(sorted, share) * 10) / 10;
  return { n: sorted.length, median: at(0.5), lower: at(0.25), upper: at(0.75) };
}
