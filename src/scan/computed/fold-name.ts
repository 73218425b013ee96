const UUID = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/gi;
/** Sixteen hex digits are an id wherever they stand; eight only when they stand alone and hold a digit. */
const LONG_HEX = /(?=[a-f]*\d)[0-9a-f]{16,}/gi;
const HEX_WORD = /(?<![a-z0-9])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{8,}(?![a-z0-9])/gi;
const DIGITS = /\d{5,}/g;
/** A long word of capitals, small letters and digits at once is random. */
const RANDOM_WORD =
  /(?<![A-Za-z0-9])(?=[A-Za-z0-9]*[a-z])(?=[A-Za-z0-9]*[A-Z])(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{16,}/g;

/** The name with what varies by visit or visitor replaced by `*`; conservative, so that different trackers stay apart. */
export function foldName(name: string): string {
  const folded = [UUID, LONG_HEX, HEX_WORD, DIGITS, RANDOM_WORD].reduce(
    (text, pattern) => text.replace(pattern, '*'),
    name,
  );
  const single = folded.replace(/\*{2,}/g, '*');
  // Nothing would be left to know it by.
  return /[^*._\-/|:]/.test(single) ? single : name;
}

/** So many names that differ in numbers alone are one series. */
const SERIES = 10;

/** Maps each name that belongs to a numbered series (`c0`, `c1`, `c2` …) to its pattern. */
export function foldSeries(names: Iterable<string>): ReadonlyMap<string, string> {
  const byShape = Map.groupBy(new Set(names), (name) => name.replace(/\d+/g, '*').replace(/\*{2,}/g, '*'));
  const series = [...byShape].filter(([shape, members]) => members.length >= SERIES && /[^*]/.test(shape));
  return new Map(series.flatMap(([shape, members]) => members.map((name) => [name, shape] as const)));
}
