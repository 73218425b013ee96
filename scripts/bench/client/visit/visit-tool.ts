import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { type BenchSite, GATED_SCRIPTS, SITE } from '../bench-site.ts';
import type { Tool } from '../tool.ts';
import { findNavigation, mainThreadTime, type TraceEvent } from '../trace/main-thread.ts';
import { openVisitor } from './open-browser.ts';
import { readTiming, watchInput, watchNotice } from './page-watch.ts';

/** How visits are made. */
export interface VisitOptions {
  readonly cpuSlowdown: number;
  /** Milliseconds from the start of a page view that are looked at. */
  readonly windowMs: number;
}

/** Name of a figure → what one round found; milliseconds, bytes or a count. */
export type Sample = Readonly<Record<string, number>>;

const CATEGORIES = ['devtools.timeline', 'blink.user_timing', 'toplevel', 'v8'];

const tap = async (page: Page, path: string) => {
  const point = await page.evaluate((selector) => {
    const box = window.benchFind(selector)?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, path);
  if (!point) throw new Error(`There is no ${path}`);
  await page.touchscreen.tap(point.x, point.y);
};

/** Opens a page and reads what the main thread did in it. */
async function traceView(browser: Browser, page: Page, path: string, tool: Tool, { windowMs }: VisitOptions) {
  const url = `${SITE}${path}`;
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.goto(url, { waitUntil: 'commit' });
  await wait(windowMs);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const timing = await page.evaluate(readTiming, tool.selectors?.notice);
  const thread = mainThreadTime(traceEvents, findNavigation(traceEvents, url), timing.fcp, windowMs);
  return { timing, thread };
}

/** When the scripts that waited were asked for and had run, in the page's time; whatever has come so far. */
const gatedTimes = (page: Page) =>
  page.evaluate(
    (urls) => {
      const first = (times: number[]) => (times.length ? Math.min(...times) : Number.NaN);
      return {
        requested: first(
          performance
            .getEntriesByType('resource')
            .filter(({ name }) => urls.includes(name))
            .map(({ startTime }) => startTime),
        ),
        ran: first(
          performance
            .getEntriesByType('mark')
            .filter(({ name }) => name.startsWith('ran '))
            .map(({ startTime }) => startTime),
        ),
        clicked: window.benchWatch?.clicks[0] ?? 0,
        interaction: window.benchWatch?.interaction ?? 0,
      };
    },
    GATED_SCRIPTS.map((tracker) => ('src' in tracker ? tracker.src : '')),
  );

/** Event Timing tells of nothing that took less. */
const SHORTEST_INTERACTION_MS = 16;

/** First visit, accept, next page view: everything but the moment at which the notice shows. */
async function visitAndAccept(
  browser: Browser,
  site: BenchSite,
  tool: Tool,
  options: VisitOptions,
): Promise<Sample> {
  const { context, page } = await openVisitor(browser, options.cpuSlowdown);
  try {
    site.use(tool);
    const first = await traceView(browser, page, '/first', tool, options);
    const sample: Record<string, number> = {
      fcp: first.timing.fcp,
      lcp: first.timing.lcp.time,
      lcpIsNotice: first.timing.lcp.what === 'notice' ? 1 : 0,
      cls: first.timing.cls,
      blocking: first.thread.blocking,
      script: first.thread.script,
      busy: first.thread.busy,
      bytes: site.sent().reduce((sum, { bytes }) => sum + bytes, 0),
      requests: site.sent().length,
    };
    if (tool.selectors) {
      await page.evaluate(watchInput);
      await wait(200);
      await tap(page, tool.selectors.accept);
      await wait(900);
      const { requested, ran, clicked, interaction } = await gatedTimes(page);
      sample.acceptToRequest = requested - clicked;
      sample.acceptToRun = ran - clicked;
      sample.acceptInteraction = Math.max(interaction, SHORTEST_INTERACTION_MS);
    }
    site.use(tool);
    const next = await traceView(browser, page, '/next', tool, options);
    const { requested } = await gatedTimes(page);
    sample.nextScript = next.thread.script;
    sample.nextBusy = next.thread.busy;
    const own = site.sent().filter(({ url }) => url.startsWith(SITE));
    sample.nextBytes = own.reduce((sum, { bytes }) => sum + bytes, 0);
    sample.nextRequests = own.length;
    sample.nextGated = requested;
    return sample;
  } finally {
    await context.close();
  }
}

/** First visit with an eye on the notice, then one of its buttons. */
async function visitAndTap(
  browser: Browser,
  site: BenchSite,
  tool: Tool,
  button: 'reject' | 'settings',
  options: VisitOptions,
): Promise<Sample> {
  const path = tool.selectors?.notice;
  if (!path) return {};
  const { context, page } = await openVisitor(browser, options.cpuSlowdown);
  try {
    site.use(tool);
    await page.addInitScript(watchInput);
    await page.addInitScript(watchNotice, path);
    await page.goto(`${SITE}/first`, { waitUntil: 'load' });
    await page.waitForFunction(() => window.benchWatch.settled && window.benchWatch.painted, null, {
      timeout: 10_000,
      polling: 100,
    });
    await wait(400);
    const { fcp } = await page.evaluate(readTiming, path);
    const { painted = Number.NaN, settled = Number.NaN } = await page.evaluate(() => window.benchWatch);
    const sample: Record<string, number> = { notice: painted, noticeAfterFcp: painted - fcp, settled };
    const target = tool.selectors?.[button];
    if (target) {
      await tap(page, target);
      await wait(500);
      const { interaction } = await page.evaluate(() => window.benchWatch);
      sample[`${button}Interaction`] = Math.max(interaction, SHORTEST_INTERACTION_MS);
    }
    return sample;
  } finally {
    await context.close();
  }
}

/** A visit whose figures nobody keeps. */
export const warmUp = async (browser: Browser, site: BenchSite, tool: Tool, options: VisitOptions) =>
  void (await visitAndTap(browser, site, tool, 'reject', options));

/** One round of a tool: three visitors, each with nothing cached. The notice's time is the mean of the two that watch it. */
export async function visitTool(
  browser: Browser,
  site: BenchSite,
  tool: Tool,
  options: VisitOptions,
): Promise<Sample> {
  const accepted = await visitAndAccept(browser, site, tool, options);
  const rejected = await visitAndTap(browser, site, tool, 'reject', options);
  const opened = await visitAndTap(browser, site, tool, 'settings', options);
  const both = Object.keys(rejected).filter((name) => name in opened);
  const means = both.map((name) => [name, ((rejected[name] ?? 0) + (opened[name] ?? 0)) / 2]);
  return { ...accepted, ...rejected, ...opened, ...Object.fromEntries(means) };
}
