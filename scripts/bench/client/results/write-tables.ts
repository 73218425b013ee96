import { type BenchResults, isAvowal } from './bench-results.ts';
import { checkLimits } from './check-limits.ts';
import { METRICS, type Metric } from './metrics.ts';
import type { Spread } from './quantiles.ts';

/** A figure as people read it. */
export const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
const cell = (text: string) => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

/** A table in Markdown; all columns but the first are aligned to the right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), `| --- |${' ---: |'.repeat(head.length - 1)}`, ...rows.map(row)].join('\n');

const spreadText = (spread: Spread | undefined) => {
  if (!spread) return '–';
  return spread.lower === spread.upper
    ? number(spread.median)
    : `${number(spread.median)} (${number(spread.lower)}–${number(spread.upper)})`;
};

const titleOf = ({ title, unit }: Metric) => (unit ? `${title}, ${unit}` : title);

/** Medians with quartiles of some metrics, a row for each tool. */
export function medianTable({ bare, tools }: BenchResults, metrics: readonly Metric[]): string {
  const rows = tools.map(({ name, figures }) => [name, ...metrics.map(({ id }) => spreadText(figures[id]))]);
  const bareRow = ['the page without any tool, in full', ...metrics.map(({ id }) => spreadText(bare[id]))];
  return table(['Tool', ...metrics.map(titleOf)], [...rows, bareRow]);
}

/** How many times as much each other tool needs; – where there is nothing to divide by. */
export function ratioTable({ tools }: BenchResults): string {
  const [own] = tools.filter(isAvowal);
  const metrics = METRICS.filter(({ mustBeat }) => mustBeat);
  const ratio = (value: Spread | undefined, id: string) => {
    const by = own?.figures[id]?.median ?? 0;
    return value && by > 0 ? `${(value.median / by).toFixed(value.median / by < 10 ? 2 : 1)} ×` : '–';
  };
  return table(
    ['Tool', ...metrics.map(({ title }) => title)],
    tools
      .filter((tool) => tool !== own)
      .map(({ name, figures }) => [name, ...metrics.map(({ id }) => ratio(figures[id], id))]),
  );
}

/** What has to hold, and whether it does. */
export const limitTable = (results: BenchResults): string =>
  table(
    ['Limit', 'Install', 'Found', 'Met'],
    checkLimits(results).map(({ what, tool, found, isMet }) => [what, tool, found, isMet ? 'yes' : '**no**']),
  );
