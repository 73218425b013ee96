import type { Scenario } from '../model/inventory.ts';
import type { ScanProxy } from './browser/scan-proxy.ts';
import type { CrawlQueue } from './crawl/crawl-queue.ts';
import type { Pacer } from './crawl/pacer.ts';
import type { PageRecord } from './observation.ts';
import type { Visitor } from './page/dress-visitor.ts';
import type { Tab } from './page/open-tabs.ts';
import type { EndedPage } from './page/page-settler.ts';
import type { QuietTimes } from './page/quiet-detector.ts';
import type { PageTake, ScanSession } from './page/start-session.ts';
import { type VisitResult, visitPage } from './page/visit-page.ts';
import { readVisited, recordOf, type SeenPage } from './record-page.ts';
import type { ScanEvent } from './scan-options.ts';

/** What visiting a scenario's pages needs: a visitor with a tab open. */
export interface PagesParts {
  readonly scenario: Scenario;
  readonly session: ScanSession;
  readonly visitor: Visitor;
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

async function openPage(url: string, index: number, lane: Lane, parts: PagesParts): Promise<SeenPage> {
  const { scenario, outDir, signal } = parts;
  const { session, tab } = lane;
  await parts.pace(signal);
  // What one connection may deliver is counted anew as often as all lanes together have opened a page.
  if (index % parts.tabs === 0) parts.proxy.renewBudgets();
  session.beginPage();
  const result = await visitPage(url, { tab, quiet: session.quiet, signal, touches: true });
  if (index === 0) parts.opened(result);
  const picture = scenario === 'none' ? `page-${String(index + 1).padStart(3, '0')}.jpg` : undefined;
  const seen = await readVisited(url, result, { tab, outDir, picture });
  const asksAgain = seen.text !== undefined && (await parts.asksAgain?.(tab).catch(() => false)) === true;
  return { ...seen, asksAgain };
}

/** Hosts whose responses were cut off: each belongs to the first page that asked for it. */
function createOversized({ proxy }: PagesParts): (take: PageTake, isLast: boolean) => string[] {
  let hosts: string[] = [];
  return ({ requests }, isLast) => {
    hosts.push(...proxy.takeOversized());
    const asked = new Set(requests.map(({ url }) => URL.parse(url)?.hostname));
    const own = hosts.filter((host) => isLast || asked.has(host));
    hosts = hosts.filter((host) => !own.includes(host));
    return own;
  };
}

/** The first page of a lane at or after this one; the first page of all is opened alone. */
function firstOf(lane: number, { visited, tabs }: PagesParts): number {
  const first = 1 + lane;
  return first + tabs * Math.max(0, Math.ceil((visited - first) / tabs));
}

/**
 * Visits the pages of the queue in tabs of one visitor, some at the same time, and keeps their records in the queue's
 * order: which page opens in which tab, and which pages there are, does not depend on which was faster. The first page is
 * opened alone: what every page of the site sets is set there, and its links say where to go. Leaves the first tab open
 * and returns it.
 */
export async function visitPages(parts: PagesParts): Promise<Tab> {
  const { scenario, session, queue, proxy, signal, times } = parts;
  const home = queue.at(0) ?? '';
  const takeOversized = createOversized(parts);
  const known = new Set<string>();
  // A telephone has so few pixels that it is drawn as it is.
  const isDrawnSmall = !parts.visitor.hasPhone;
  const over = new Map<number, { readonly page: SeenPage; readonly ended: EndedPage }>();
  let next = parts.visited;
  let open = 0;
  let moved = Promise.withResolvers<void>();

  const urlAt = (index: number) => (index < parts.most ? queue.at(index) : undefined);
  /** Pages that are still open may lead to it. */
  async function waitFor(index: number): Promise<string | undefined> {
    while (urlAt(index) === undefined && urlAt(next) !== undefined) await moved.promise;
    return urlAt(index);
  }

  function recordNext(): PageRecord | undefined {
    const one = over.get(next);
    if (!one || !session.isReady(one.ended)) return undefined;
    over.delete(next);
    const take = session.settlePage(one.ended);
    const oversized = takeOversized(take, open === 0 && over.size === 0);
    return recordOf(one.page, take, { scenario, proxy, cap: times.cap, oversized });
  }

  function keep(record: PageRecord): void {
    const { visit, problems, observations } = record;
    for (const { message } of problems) parts.emit({ type: 'problem', scenario, page: visit.url, message });
    parts.keep(record);
    for (const { kind, host, name } of observations) known.add(`${kind} ${host} ${name}`);
    next += 1;
    parts.emit({
      type: 'page',
      scenario,
      url: visit.url,
      number: next,
      of: queue.size(),
      trackers: known.size,
      milliseconds: visit.milliseconds,
    });
    signal.throwIfAborted();
    moved.resolve();
    moved = Promise.withResolvers();
  }

  async function openTab(own: ScanSession): Promise<Tab> {
    const tab = await own.openTab(home);
    if (isDrawnSmall) await tab.drawing.shrink();
    return tab;
  }

  async function visit(url: string, index: number, lane: Lane): Promise<void> {
    open += 1;
    const page = await openPage(url, index, lane, parts);
    const ended = await lane.session.finishPage();
    open -= 1;
    signal.throwIfAborted();
    over.set(index, { page, ended });
    if (index === 0) {
      const record = recordNext();
      if (record) keep(await parts.first(record));
    } else {
      for (let record = recordNext(); record; record = recordNext()) keep(record);
    }
    if (page.isAlive) return;
    await lane.tab.close();
    lane.tab = await openTab(lane.session);
  }

  async function run(at: number, own?: Lane): Promise<void> {
    let lane = own;
    for (let index = firstOf(at, parts); ; index += parts.tabs) {
      const url = await waitFor(index);
      if (url === undefined) break;
      if (!lane) {
        const added = session.addTab();
        lane = { session: added, tab: await openTab(added) };
      }
      await visit(url, index, lane);
    }
    if (own || !lane) return;
    await lane.tab.close();
    lane.session.leave();
  }

  const own: Lane = { session, tab: parts.tab };
  if (isDrawnSmall) await own.tab.drawing.shrink();
  if (next === 0) await visit(home, 0, own);
  await Promise.all(Array.from({ length: parts.tabs }, (_, at) => run(at, at === 0 ? own : undefined)));
  await own.tab.drawing.restore();
  return own.tab;
}
