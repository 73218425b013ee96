import type { BenchResults, ToolResult } from '../bench-results.ts';
import { METRICS } from '../metrics.ts';
import type { Spread } from '../quantiles.ts';

/** A spread of one value. */
export const exactly = (median: number): Spread => ({ n: 3, median, lower: median, upper: median });

/** A tool in which every figure has one value, but for those named. */
export const sampleTool = (id: string, value: number, figures: Record<string, Spread> = {}): ToolResult => ({
  id,
  name: `Tool ${id}`,
  setup: `Set up as ${id}.`,
  figures: { ...Object.fromEntries(METRICS.map((metric) => [metric.id, exactly(value)])), ...figures },
  noticeWasLargest: 0,
});

/** Results in which Avowal meets every limit against one other tool. */
export const sampleResults = (tools?: readonly ToolResult[]): BenchResults => ({
  date: '2026-11-24',
  machine: '2 × A processor',
  browser: 'Chromium 156',
  rounds: 3,
  discarded: 1,
  noisy: false,
  bare: { bytes: exactly(60_000) },
  tools: tools ?? [sampleTool('avowal', 4, { cls: exactly(0) }), sampleTool('other', 10)],
  leaks: [
    { id: 'avowal', name: 'Tool avowal', withoutMarkup: [], withMarkup: [], late: [] },
    {
      id: 'other',
      name: 'Tool other',
      withoutMarkup: ['fetch', 'xhr'],
      withMarkup: ['fetch'],
      late: ['fetch'],
    },
  ],
});
