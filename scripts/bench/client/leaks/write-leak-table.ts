import type { LeakResult } from '../results/bench-results.ts';
import { table } from '../results/write-tables.ts';
import { VECTORS } from './vectors.ts';

const count = (leaked: readonly string[], of: number) => `${leaked.length} of ${of}`;

/** How many vectors got out in each tool, and which with its markup. */
export function leakTable(leaks: readonly LeakResult[]): string {
  const late = VECTORS.filter(({ canBeLate }) => canBeLate).length;
  const names = (ids: readonly string[]) =>
    ids.map((id) => VECTORS.find((vector) => vector.id === id)?.name ?? id).join(', ') || 'none';
  return table(
    [
      'Tool',
      'Page as it is',
      'Started 2 s after load',
      'With the documented markup',
      'What got out with markup',
    ],
    leaks.map(({ name, withoutMarkup, withMarkup, late: lateLeaks }) => [
      name,
      count(withoutMarkup, VECTORS.length),
      count(lateLeaks, late),
      count(withMarkup, VECTORS.length),
      names(withMarkup),
    ]),
  );
}
