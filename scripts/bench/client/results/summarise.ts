import type { Tool } from '../tool.ts';
import type { Sample } from '../visit/visit-tool.ts';
import type { ToolResult } from './bench-results.ts';
import { METRICS } from './metrics.ts';
import { type Spread, spreadOf } from './quantiles.ts';

const valuesOf = (samples: readonly Sample[], id: string) =>
  samples.flatMap((sample) => (id in sample ? [sample[id] as number] : []));

/** Spread of each figure in samples, less the bare page where the metric says so. */
export function figuresOf(samples: readonly Sample[], bare: readonly Sample[] = []): Record<string, Spread> {
  const figures: Record<string, Spread> = {};
  for (const { id, overBare } of METRICS) {
    const off = (overBare && spreadOf(valuesOf(bare, id))?.median) || 0;
    const spread = spreadOf(valuesOf(samples, id).map((value) => value - off));
    if (spread) figures[id] = spread;
  }
  return figures;
}

/** What one tool's samples come to. */
export const summarise = (tool: Tool, samples: readonly Sample[], bare: readonly Sample[]): ToolResult => ({
  id: tool.id,
  name: tool.name,
  setup: tool.setup,
  figures: figuresOf(samples, bare),
  noticeWasLargest: samples.filter(({ lcpIsNotice }) => lcpIsNotice === 1).length,
});
