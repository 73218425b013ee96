const CONTEXT = 3;

/** Longer middles than this are told as one replacement: comparing each line with each would take too long. */
const MOST_CELLS = 25_000_000;

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** Lines that two texts have in common in order stay, as many as there can be. */
function compare(a: readonly string[], b: readonly string[]): Line[] {
  if (a.length * b.length > MOST_CELLS || a.length === 0 || b.length === 0)
    return [
      ...a.map((text) => ({ mark: '-' as const, text })),
      ...b.map((text) => ({ mark: '+' as const, text })),
    ];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      lines.push({ mark: ' ', text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ mark: '-', text: left });
      i += 1;
    } else {
      lines.push({ mark: '+', text: right ?? '' });
      j += 1;
    }
  }
  return lines;
}

function compareTexts(before: string, after: string): Line[] {
  const [a, b] = [before, after].map((text) => text.replace(/\n$/, '').split('\n')) as [string[], string[]];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const same = (lines: readonly string[]) => lines.map((text) => ({ mark: ' ' as const, text }));
  return [
    ...same(a.slice(0, head)),
    ...compare(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ];
}

/** What changes from one text to the other, as `diff -u` tells it and `patch` takes it; empty where nothing does. */
export function unifiedDiff(before: string, after: string, file: string): string {
  const lines = compareTexts(before, after);
  const changed = lines.flatMap(({ mark }, i) => (mark === ' ' ? [] : [i]));
  const hunks: [from: number, to: number][] = [];
  for (const i of changed) {
    const last = hunks.at(-1);
    if (last && i - CONTEXT <= last[1]) last[1] = Math.min(lines.length, i + CONTEXT + 1);
    else hunks.push([Math.max(0, i - CONTEXT), Math.min(lines.length, i + CONTEXT + 1)]);
  }
  if (hunks.length === 0) return '';
  const count = (part: readonly Line[], mark: Line['mark']) =>
    part.filter((line) => line.mark === ' ' || line.mark === mark).length;
  return [
    `--- ${file}`,
    `+++ ${file}`,
    ...hunks.flatMap(([from, to]) => {
      const [earlier, part] = [lines.slice(0, from), lines.slice(from, to)];
      const range = (mark: '-' | '+') => `${mark}${count(earlier, mark) + 1},${count(part, mark)}`;
      return [`@@ ${range('-')} ${range('+')} @@`, ...part.map(({ mark, text }) => mark + text)];
    }),
  ].join('\n');
}
