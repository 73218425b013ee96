import { stripVTControlCharacters } from 'node:util';

const GAP = '  ';

/** Characters, colour codes left out. */
const width = (text: string) => [...stripVTControlCharacters(text)].length;

/** Cuts a text that would push the other columns away. */
export const clip = (text: string, most: number): string =>
  width(text) > most ? `${[...text].slice(0, most - 1).join('')}…` : text;

/** Rows in columns of equal width, without lines. */
export function printTable(rows: readonly (readonly string[])[], indent = ''): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell));
  return rows
    .map((row) =>
      (indent + row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell))).join(GAP)).trimEnd(),
    )
    .join('\n');
}
