import { type BenchResults, isAvowal } from './bench-results.ts';
import { METRICS, NEXT_VISIT } from './metrics.ts';
import { number } from './write-tables.ts';

/** Where another tool is better than Avowal, a line in Markdown for each figure of each install. */
export function betterPeers({ tools }: Pick<BenchResults, 'tools'>): string {
  const peers = tools.filter((tool) => !isAvowal(tool));
  const lines = tools.filter(isAvowal).flatMap((own) =>
    METRICS.flatMap((metric) => {
      const { id, title, unit } = metric;
      const mine = own.figures[id]?.median;
      if (mine === undefined) return [];
      const better = peers
        .map(({ name, figures }) => ({ name, value: figures[id]?.median ?? Number.POSITIVE_INFINITY }))
        .filter(({ value }) => value < mine)
        .toSorted((a, b) => a.value - b.value)
        .map(({ name, value }) => `${name} ${number(value)}`);
      const page = NEXT_VISIT.includes(metric) ? 'Next page view, ' : '';
      const measure = unit && `, ${unit}`;
      return better.length > 0
        ? [`- ${page}${title}${measure}: ${own.name} ${number(mine)}; ${better.join(', ')}`]
        : [];
    }),
  );
  return lines.join('\n') || 'Nowhere.';
}
