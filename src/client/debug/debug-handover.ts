import type { Choice } from '../../model/choice.ts';
import type { RuntimeConfig } from '../../model/runtime-config.ts';

/** What an entry of the log tells; see the table above. */
export type DebugKind = 'choice' | 'held' | 'signal';

/** One thing that happened; the time is in milliseconds since the page began, as `performance.now()` counts. */
export type DebugEntry = readonly [
  time: number,
  kind: DebugKind,
  detail: unknown,
  service?: string | null | undefined,
];

/** Most entries that a page keeps. */
export const LOG_LIMIT = 500;

/** What the core lets the order monitor see. */
export interface DebugHandle {
  readonly log: readonly DebugEntry[];
  readonly config: RuntimeConfig;
  /** What counts now. */
  readonly current: () => Choice;
}
