import type { Spread } from './quantiles.ts';

/** What one tool showed. */
export interface ToolResult {
  readonly id: string;
  readonly name: string;
  readonly setup: string;
  /** Metric → spread; for most figures of cost what exceeds the bare page. */
  readonly figures: Readonly<Record<string, Spread>>;
  /** Rounds in which the largest paint was the notice. */
  readonly noticeWasLargest: number;
}

/** What got out before any choice; ids of vectors. */
export interface LeakResult {
  readonly id: string;
  readonly name: string;
  readonly withoutMarkup: readonly string[];
  readonly withMarkup: readonly string[];
  /** Started by scripts 2 s after the page has loaded. */
  readonly late: readonly string[];
}

/** Content of docs/performance.json. */
export interface BenchResults {
  readonly date: string;
  readonly machine: string;
  readonly browser: string;
  readonly rounds: number;
  readonly discarded: number;
  /** Samples were kept whatever else the machine did. */
  readonly noisy: boolean;
  readonly bare: Readonly<Record<string, Spread>>;
  readonly tools: readonly ToolResult[];
  readonly leaks: readonly LeakResult[];
}

/** Tools that are Avowal in one of its installs. */
export const isAvowal = ({ id }: { readonly id: string }): boolean => id.startsWith('avowal');
