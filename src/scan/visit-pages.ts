import type { Scenario } from '../model/inventory.ts';
import type { ScanProxy } from './browser/scan-proxy.ts';
import type { CrawlQueue } from './crawl/crawl-queue.ts';
import type { Pacer } from './crawl/pacer.ts';
import type { PageRecord } from './observation.ts';
import type { Tab } from './page/open-tabs.ts';
import type { QuietTimes } from './page/quiet-detector.ts';
import type { PageTake, ScanSession } from './page/start-session.ts';
import { type VisitResult, visitPage } from './page/visit-page.ts';
import { readVisited, recordOf, type SeenPage } from './record-page.ts';
import type { ScanEvent } from './scan-options.ts';

/** What visiting a scenario's pages needs: a visitor with a tab open. */
export interface PagesParts {
  readonly scenario: Scenario;
  readonly session: ScanSession;
  readonly tab: Tab;
  /** Pages open at the same time. */
  readonly tabs: number;
  readonly proxy: ScanProxy;
  readonly outDir: string;
  readonly queue: CrawlQueue;
  /** Pages to visit at most, whatever the queue holds. */
  readonly most: number;
  readonly times: QuietTimes;
  /** Pages of this scenario that an interrupted scan has already visited. */
  readonly visited: number;
  readonly pace: Pacer;
  readonly signal: AbortSignal;
  keep(record: PageRecord): void;
  emit(event: ScanEvent): void;
  /** Asked of each page that is open, where it counts whether a notice is there again. */
  asksAgain?(tab: Tab): Promise<boolean>;
  /** Called when the first page has been opened, before it is read. */
  opened(result: VisitResult): void;
  /** What is kept of the first page in the end. */
  first(record: PageRecord): Promise<PageRecord>;
}

interface Lane {
  readonly session: ScanSession;
  tab: Tab;
}

/** The first page is opened alone: what every page of the site sets is set there, and its links say where to go. */
function nextPages({ queue, tabs, most }: PagesParts, from: number): string[] {
  const end = Math.min(from + (from === 0 ? 1 : tabs), most);
  const urls: string[] = [];
  for (let index = from; index < end; index += 1) {
    const url = queue.at(index);
    if (url) urls.push(url);
  }
  return urls;
}

async function openPage(url: string, index: number, lane: Lane, parts: PagesParts): Promise<SeenPage> {
  const { scenario, outDir, signal } = parts;
  const { session, tab } = lane;
  await parts.pace(signal);
  session.quiet.restart();
  const result = await visitPage(url, { tab, quiet: session.quiet, signal, touches: true });
  if (index === 0) parts.opened(result);
  const picture = scenario === 'none' ? `page-${String(index + 1).padStart(3, '0')}.jpg` : undefined;
  const seen = await readVisited(url, result, { tab, outDir, picture });
  const asksAgain = seen.text !== undefined && (await parts.asksAgain?.(tab).catch(() => false)) === true;
  return { ...seen, asksAgain };
}

/** What pages of an earlier round stored meanwhile, in tabs that had no page to open in this one, counts for the first. */
function mergeIdle(takes: readonly PageTake[], working: number): PageTake[] {
  const idle = takes.slice(working).flatMap(({ observations }) => observations);
  return takes
    .slice(0, working)
    .map((take, at) => (at === 0 ? { ...take, observations: [...take.observations, ...idle] } : take));
}

/** Each response that was cut off belongs to the page that asked for it. */
function shareOversized(takes: readonly PageTake[], hosts: readonly string[]): string[][] {
  const shares: string[][] = takes.map(() => []);
  for (const host of hosts) {
    const asked = takes.findIndex(({ requests }) =>
      requests.some(({ url }) => URL.parse(url)?.hostname === host),
    );
    shares[Math.max(0, asked)]?.push(host);
  }
  return shares;
}

/**
 * Visits the pages of the queue in tabs of one visitor, some at the same time, and keeps their records in the queue's
 * order. All pages of a round are watched until the last one is quiet; only then are links added and the next ones
 * chosen, so that it does not matter which was faster. Leaves the first tab open and returns it.
 */
export async function visitPages(parts: PagesParts): Promise<Tab> {
  const { scenario, session, queue, proxy, signal, times } = parts;
  const home = queue.at(0) ?? '';
  const lanes: Lane[] = [{ session, tab: parts.tab }];
  const known = new Set<string>();
  for (let index = parts.visited; ; ) {
    const urls = nextPages(parts, index);
    if (urls.length === 0) break;
    while (lanes.length < urls.length) {
      const added = session.addTab();
      lanes.push({ session: added, tab: await added.openTab(home) });
    }
    proxy.renewBudgets();
    for (const lane of lanes) lane.session.beginPage();
    const working = lanes.slice(0, urls.length);
    const seen = await Promise.all(
      working.map((lane, at) => openPage(urls[at] ?? '', index + at, lane, parts)),
    );
    const takes = mergeIdle(await session.endPages(lanes.map((lane) => lane.session)), urls.length);
    signal.throwIfAborted();
    const oversized = shareOversized(takes, proxy.takeOversized());
    for (const [at, take] of takes.entries()) {
      const page = seen[at] as SeenPage;
      const facts = { scenario, proxy, cap: times.cap, oversized: oversized[at] ?? [] };
      const record = recordOf(page, take, facts);
      for (const { message } of record.problems)
        parts.emit({ type: 'problem', scenario, page: page.url, message });
      parts.keep(index === 0 ? await parts.first(record) : record);
      for (const { kind, host, name } of record.observations) known.add(`${kind} ${host} ${name}`);
      index += 1;
      parts.emit({
        type: 'page',
        scenario,
        url: page.url,
        number: index,
        of: queue.size(),
        trackers: known.size,
        milliseconds: page.result.milliseconds,
      });
      signal.throwIfAborted();
    }
    for (const [at, lane] of working.entries()) {
      if (seen[at]?.isAlive) continue;
      await lane.tab.close();
      lane.tab = await lane.session.openTab(home);
    }
  }
  const [own, ...others] = lanes;
  await Promise.all(others.map(({ tab }) => tab.close()));
  return own?.tab ?? parts.tab;
}
