import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { articlePage, plainTracker } from '../article-page.ts';
import { type BenchSite, SITE } from '../bench-site.ts';
import type { LeakResult } from '../results/bench-results.ts';
import type { Tool, Tracker } from '../tool.ts';
import { openVisitor } from '../visit/open-browser.ts';
import { VECTORS } from './vectors.ts';

/** Milliseconds after which a page is asked what got out. */
const PATIENCE_MS = 1_500;
const LATE_MS = 2_000;

const trackers = VECTORS.map(({ tracker }) => tracker);
const lateTrackers: readonly Tracker[] = VECTORS.filter(({ canBeLate }) => canBeLate).map(({ tracker }) =>
  tracker.kind === 'inline'
    ? {
        ...tracker,
        code: `addEventListener('load',()=>setTimeout(()=>{${tracker.code}},${LATE_MS}))`,
      }
    : tracker,
);

/** Pages with every vector: as they stand, with the tool's documented markup, and started late. */
export function leakPage(tool: Tool, path: string): string | undefined {
  // What a tool loads itself is registered with it only where it has the markup.
  if (path === '/plain') return articlePage(bare(tool), trackers, plainTracker);
  if (path === '/late') return articlePage(bare(tool), lateTrackers, plainTracker);
  if (path !== '/marked') return undefined;
  return articlePage(tool, trackers, (tracker) => tool.mark?.(tracker) ?? plainTracker(tracker));
}

const bare = (tool: Tool): Tool => ({ ...tool, parts: () => tool.parts([]) });

async function leaksOn(browser: Browser, site: BenchSite, tool: Tool, path: string): Promise<string[]> {
  const { context, page } = await openVisitor(browser, 1);
  try {
    site.use(tool);
    await page.goto(`${SITE}${path}`, { waitUntil: 'load' });
    await wait(PATIENCE_MS + (path === '/late' ? LATE_MS : 0));
    const stored = await page.evaluate(() => ({
      cookie: document.cookie.includes('_stats='),
      'local-storage': localStorage.getItem('_media') !== null,
    }));
    const requested = site.sent().map(({ url }) => new URL(url));
    return VECTORS.filter(({ id }) =>
      id in stored
        ? stored[id as keyof typeof stored]
        : requested.some(({ host, pathname }) => host === 'stats.test' && pathname.startsWith(`/${id}.`)),
    ).map(({ id }) => id);
  } finally {
    await context.close();
  }
}

/** What gets out with a tool before any choice. */
export async function measureLeaks(browser: Browser, site: BenchSite, tool: Tool): Promise<LeakResult> {
  return {
    id: tool.id,
    name: tool.name,
    withoutMarkup: await leaksOn(browser, site, tool, '/plain'),
    withMarkup: await leaksOn(browser, site, tool, '/marked'),
    late: await leaksOn(browser, site, tool, '/late'),
  };
}
