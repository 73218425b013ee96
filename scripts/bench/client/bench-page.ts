import { articlePage, plainTracker } from './article-page.ts';
import { GATED_SCRIPTS } from './bench-site.ts';
import type { Tool } from './tool.ts';

/** Paths of the pages that are timed: two, so that the second view is no reload. */
export const BENCH_PATHS = ['/first', '/next'] as const;

/** A page that is timed. The bare one has no tracker on the first view, and on the next all of them, held back by nothing. */
export function benchPage(tool: Tool, path: string): string | undefined {
  if (path !== '/first' && path !== '/next') return undefined;
  const trackers = tool.id === 'baseline' && path === '/first' ? [] : GATED_SCRIPTS;
  return articlePage(tool, trackers, (tracker) => tool.mark?.(tracker) ?? plainTracker(tracker));
}
