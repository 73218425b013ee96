import { plainTracker } from '../article-page.ts';
import type { Tool } from '../tool.ts';

/** The page without any consent tool: on a first visit its trackers are left out, on the next they just run. */
export const baseline: Tool = {
  id: 'baseline',
  name: 'no tool',
  setup: 'The bare page.',
  files: {},
  parts: () => ({}),
  mark: plainTracker,
};
