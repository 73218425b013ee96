// npm run bench:returning [views]: what script costs a visitor who has accepted, on each further page.
//
// Thread time of script as the engine counts it (`Performance.getMetrics`, `threadTicks`), without the trace of bench:client, which
// costs script itself, and with no slow line; processor slowed down four times. Thread time hardly minds what else the machine does.
// Four pages, interleaved: three scripts in plain HTML, which the browser starts without any script; the same three started by
// a script of three lines, below which no tool can come that holds them back; and the two installs of Avowal.
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { BENCH_PATHS, benchPage } from './bench-page.ts';
import { type BenchSite, GATED_SCRIPTS, SITE, startBenchSite } from './bench-site.ts';
import { spreadOf } from './results/quantiles.ts';
import type { Tool } from './tool.ts';
import { avowalTools } from './tools/avowal.ts';
import { baseline } from './tools/baseline.ts';
import { openBrowser, openVisitor } from './visit/open-browser.ts';

const VIEWS = Number(process.argv[2] ?? 60);
/** Views of each page before the first that counts. */
const WARM_UP = 3;
const CPU_SLOWDOWN = 4;

const addresses = JSON.stringify(GATED_SCRIPTS.map((tracker) => 'src' in tracker && tracker.src));
const byScript: Tool = {
  ...baseline,
  id: 'by-script',
  name: 'the scripts started by a script',
  parts: () => ({
    head: `<script>document.addEventListener('DOMContentLoaded', () => {
      for (const src of ${addresses}) document.head.append(Object.assign(document.createElement('script'), { src }));
    })</script>`,
  }),
  mark: () => '',
};

interface Visitor {
  readonly tool: Tool;
  readonly page: Page;
  readonly session: CDPSession;
  readonly found: number[];
}

/** A visitor who has accepted where there is something to accept. */
async function returningVisitor(browser: Browser, site: BenchSite, tool: Tool): Promise<Visitor> {
  const { context, page } = await openVisitor(browser, CPU_SLOWDOWN);
  site.use(tool);
  await page.goto(`${SITE}/first`);
  if (tool.selectors) {
    await page.locator('avowal-notice [data-avowal-action=accept]').click();
    // Until the record is confirmed, each page would send it again.
    await page.waitForFunction('window.avowal.decided && localStorage.length === 0');
  }
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { tool, page, session, found: [] };
}

const hosts = { media: ['media.test'], stats: ['stats.test'], ads: ['ads.test'] };
const site = await startBenchSite({ roundTripMs: 4, downBitsPerSecond: 1e9 }, benchPage, BENCH_PATHS);
const browser = await openBrowser(site.browserArgs);
const visitors: Visitor[] = [];
for (const tool of [baseline, byScript, ...avowalTools(hosts)])
  visitors.push(await returningVisitor(browser, site, tool));

for (let view = 0; view < VIEWS + WARM_UP; view++) {
  for (const { tool, page, session, found } of visitors) {
    site.use(tool);
    await page.goto(`${SITE}/next`, { waitUntil: 'load' });
    await wait(300);
    const { metrics } = await session.send('Performance.getMetrics');
    const script = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
    if (view >= WARM_UP) found.push(script * 1000);
  }
}
for (const { tool, found } of visitors) {
  const spread = spreadOf(found);
  if (spread) console.log(`${spread.median} ms (${spread.lower}–${spread.upper})  ${tool.name}`);
}
await browser.close();
site.close();
process.exit(0);
