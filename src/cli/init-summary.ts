import { CONFIG_CHANGE_KINDS, type ConfigChange } from '../knowledge/config/config-change.ts';
import type { OpenPoint } from '../knowledge/config/find-open-points.ts';
import { plainText } from './plain-text.ts';
import { clip, printTable } from './print-table.ts';
import type { Terminal } from './terminal.ts';

const HEADINGS: Readonly<Record<ConfigChange['kind'], string>> = {
  added: 'Added',
  filled: 'Filled in where you had left it open',
  differs: 'Measured otherwise than declared (your values stay)',
  gone: 'Declared, but not seen by this scan (nothing was deleted)',
  'left-out': 'Could not be declared',
};

const rows = (entries: readonly (readonly [path: string, text: string])[]) =>
  printTable(
    entries.map(([path, text]) => [path, clip(plainText(text), 140)]),
    '  ',
  );

/** What merging changed, grouped. */
export function changesText(changes: readonly ConfigChange[], style: Terminal['style']): string {
  return CONFIG_CHANGE_KINDS.flatMap((kind) => {
    const some = changes.filter((change) => change.kind === kind);
    if (some.length === 0) return [];
    return [
      `${style('bold', `${HEADINGS[kind]} (${some.length})`)}\n${rows(some.map(({ path, text }) => [path, text]))}`,
    ];
  }).join('\n\n');
}

/** What a person must look at next. */
export function openPointsText(points: readonly OpenPoint[], style: Terminal['style']): string {
  if (points.length === 0) return 'Nothing waits for review.';
  const list = rows(points.map(({ path, name, note }) => [path, name ? `${name}: ${note}` : note]));
  return `${style(['bold', 'yellow'], `For you to look at (${points.length})`)}\n${list}`;
}
