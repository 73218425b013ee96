import type { ConfigPurpose } from '../model/config.ts';
import { AvowalError } from '../model/errors.ts';
import type { Scenario, ScenarioResult } from '../model/inventory.ts';
import type { FoundBrowser } from './browser/find-browser.ts';
import { launchBrowser } from './browser/launch-browser.ts';
import type { LocateHost } from './browser/locate-host.ts';
import { type ScanProxy, startScanProxy } from './browser/scan-proxy.ts';
import { comeBackLater, dropExpired, showsNotice } from './come-back.ts';
import type { CrawlQueue } from './crawl/crawl-queue.ts';
import type { Pacer } from './crawl/pacer.ts';
import { type AnswerGiven, answersNotice, giveAnswer } from './give-answer.ts';
import { asksOverPage } from './notice/asks-over-page.ts';
import { watchLoads } from './notice/watch-loads.ts';
import type { PageRecord } from './observation.ts';
import { explainFailure } from './page/explain-failure.ts';
import { joinTakes } from './page/join-takes.ts';
import { leftInStorage } from './page/left-in-storage.ts';
import type { Tab } from './page/open-tabs.ts';
import { readCovered } from './page/read-covered.ts';
import { readGpcTexts } from './page/read-gpc-texts.ts';
import { readOptOutControls } from './page/read-opt-out-controls.ts';
import { type SessionOptions, startSession } from './page/start-session.ts';
import { takeScreenshot } from './page/take-screenshot.ts';
import { type VisitResult, visitPage } from './page/visit-page.ts';
import { readVisited, recordOf } from './record-page.ts';
import type { ScanEvent } from './scan-options.ts';
import { visitPages } from './visit-pages.ts';

/** What one scenario needs. */
export interface ScenarioParts extends SessionOptions {
  readonly scenario: Scenario;
  readonly browser: FoundBrowser;
  /** What the scan may connect to. */
  readonly locate: LocateHost;
  readonly insecure: boolean;
  readonly outDir: string;
  readonly purposes: readonly ConfigPurpose[];
  readonly queue: CrawlQueue;
  /** Pages open at the same time. */
  readonly tabs: number;
  readonly pace: Pacer;
  /** Pages of this scenario that an interrupted scan has already visited. */
  readonly visited: number;
  readonly signal: AbortSignal;
  keep(record: PageRecord): void;
  emit(event: ScanEvent): void;
}

/** The first page decides whether the site can be scanned at all. */
function requireAnswer(
  url: string,
  { status, failure, failedAt, outcome }: VisitResult,
  proxy: ScanProxy,
): void {
  if (status !== 0 || outcome === 'crashed') return;
  const problem = failure
    ? explainFailure(failure, proxy.failureOf(new URL(failedAt ?? url).hostname))
    : 'the server did not answer in time';
  throw new AvowalError('SITE_UNREACHABLE', { url, problem });
}

/** Scenarios in which the visitor comes back another day. */
const COMES_BACK: readonly Scenario[] = ['reject', 'accept'];
/** Scenarios in which what comes right after the click counts: no page of its own was there to settle. */
const KEEPS_CLICK: readonly Scenario[] = [...COMES_BACK, 'phone'];

/** Scenarios in which it counts what the first page says of the visitor's signal: with it, and without it. */
const SAYS_GPC: readonly Scenario[] = ['none', 'gpc'];

/** What the first page says of ways to opt out, in a scenario in which it counts. */
async function readOptOut(scenario: Scenario, { session }: Tab): Promise<OptOutReading> {
  const gpcTexts = SAYS_GPC.includes(scenario) ? await readGpcTexts(session) : undefined;
  const optOutControls = scenario === 'none' ? await readOptOutControls(session) : undefined;
  return { ...(gpcTexts && { gpcTexts }), ...(optOutControls && { optOutControls }) };
}

type OptOutReading = Pick<ScenarioResult, 'gpcTexts' | 'optOutControls'>;

const NOTHING = joinTakes();

/** Runs one scenario over the site's pages in a fresh browser; rejects on abort and when the first page fails. */
export async function runScenario(parts: ScenarioParts): Promise<ScenarioResult> {
  const { scenario, queue, signal } = parts;
  const proxy = await startScanProxy(parts.locate);
  const running = await launchBrowser({
    browser: parts.browser,
    proxyPort: proxy.port,
    insecure: parts.insecure,
  }).catch(async (error) => {
    await proxy.close();
    throw error;
  });
  const stop = () => void running.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const clock = { daysAhead: 0 };
    const session = await startSession(running, { ...parts, visitor: { ...parts.visitor, clock } });
    await running.browser.send('Browser.setDownloadBehavior', { behavior: 'deny' });
    const first = queue.at(0) ?? '';
    let tab = await session.openTab(first);
    const visit = (url: string, touches = true) => {
      proxy.renewBudgets();
      session.beginPage();
      return visitPage(url, { tab, quiet: session.quiet, signal, touches });
    };

    const loads = scenario === 'close' ? await watchLoads(tab) : undefined;
    let given: AnswerGiven | undefined;
    let afterClick = NOTHING;
    let optOut: OptOutReading = {};
    if (answersNotice(scenario) || parts.visited > 0) {
      requireAnswer(first, await visit(first, false), proxy);
    }
    if (answersNotice(scenario)) {
      given = await giveAnswer({
        ...parts,
        session,
        tab,
        ...(loads && { loads }),
        revisit: (touches) => visit(first, touches),
        open: (url) => visit(url, false),
      });
      if (given.result.outcome !== 'done') return given.result;
      if (given.take) afterClick = given.take;
      else if (KEEPS_CLICK.includes(scenario)) afterClick = await session.endPage();
    }
    if (parts.visited > 0) {
      optOut = await readOptOut(scenario, tab);
      session.discard();
      await session.presetJar();
      afterClick = NOTHING;
    }

    let picture = given?.picture;
    tab = await visitPages({
      ...parts,
      session,
      tab,
      proxy,
      // Closing the notice is over with the page on which it was closed.
      most: scenario === 'close' ? 1 : Number.POSITIVE_INFINITY,
      ...(scenario === 'reject' && { asksAgain: asksOverPage }),
      opened: (result) => void (given || requireAnswer(first, result, proxy)),
      async first(record) {
        optOut = await readOptOut(scenario, tab);
        if (scenario === 'gpc') picture = await takeScreenshot(tab.session, parts.outDir, 'gpc.jpg');
        const left = scenario === 'withdraw' ? await leftInStorage(session, tab, record) : [];
        return {
          ...record,
          visit: { ...record.visit, ...(picture && { screenshot: picture }) },
          observations: [...afterClick.observations, ...record.observations, ...left],
          requests: [...afterClick.requests, ...record.requests],
          signalsAtAnswer: afterClick.signals,
          acts: [...afterClick.acts, ...record.acts],
        };
      },
    });
    if (!given) return { scenario, outcome: 'done', ...optOut };
    if (!COMES_BACK.includes(scenario)) return given.result;
    await dropExpired(session, tab);
    await tab.close();
    tab = await session.openTab(first);
    const result = await visit(first, false);
    const asksAgain = await showsNotice(tab, signal);
    const covered = asksAgain ? undefined : await readCovered(tab.session);
    const seen = await readVisited(first, result, { tab, outDir: parts.outDir, picture: undefined });
    const take = await session.endPage();
    signal.throwIfAborted();
    const facts = { scenario, proxy, cap: parts.times.cap, oversized: proxy.takeOversized() };
    const record = recordOf(seen, take, facts);
    for (const { message } of record.problems)
      parts.emit({ type: 'problem', scenario, page: first, message });
    parts.keep({ ...record, isReturn: true });
    if (result.status === 0) return given.result;
    const returned = { ...given.result, asksAgain, ...(covered !== undefined && { covered }) };
    if (scenario !== 'reject' || asksAgain) return returned;
    const laterVisits = await comeBackLater({
      session,
      tab,
      signal,
      async open(daysAhead) {
        clock.daysAhead = daysAhead;
        await parts.pace(signal);
        tab = await session.openTab(first);
        return { tab, hasAnswered: (await visit(first, false)).status !== 0 };
      },
    });
    return { ...returned, laterVisits };
  } finally {
    signal.removeEventListener('abort', stop);
    await running.close();
    await proxy.close();
  }
}
