import { AvowalError } from '../model/errors.ts';
import type { ScanProblem, Scenario, ScenarioResult } from '../model/inventory.ts';
import type { FoundBrowser } from './browser/find-browser.ts';
import { launchBrowser } from './browser/launch-browser.ts';
import type { ScanProxy } from './browser/scan-proxy.ts';
import { dropSession, showsNotice } from './come-back.ts';
import type { CrawlQueue } from './crawl/crawl-queue.ts';
import { type AnswerGiven, answersNotice, giveAnswer } from './give-answer.ts';
import type { PageRecord } from './observation.ts';
import { explainFailure } from './page/explain-failure.ts';
import { joinTakes } from './page/join-takes.ts';
import { leftInStorage } from './page/left-in-storage.ts';
import type { Tab } from './page/open-tabs.ts';
import { readCovered } from './page/read-covered.ts';
import { readPage } from './page/read-page.ts';
import { type ScanSession, type SessionOptions, startSession } from './page/start-session.ts';
import { takeScreenshot } from './page/take-screenshot.ts';
import { type VisitResult, visitPage } from './page/visit-page.ts';
import type { ScanEvent } from './scan-options.ts';

/** What one scenario needs. */
export interface ScenarioParts extends SessionOptions {
  readonly scenario: Scenario;
  readonly browser: FoundBrowser;
  readonly proxy: ScanProxy;
  readonly insecure: boolean;
  readonly outDir: string;
  readonly queue: CrawlQueue;
  /** Pages of this scenario that an interrupted scan has already visited. */
  readonly visited: number;
  readonly signal: AbortSignal;
  keep(record: PageRecord): void;
  emit(event: ScanEvent): void;
}

const CODES = { quiet: '', capped: 'PAGE_NOT_QUIET', crashed: 'TAB_CRASHED', failed: 'PAGE_FAILED' } as const;

function problemsOf(url: string, visit: VisitResult, parts: ScenarioParts): ScanProblem[] {
  const { scenario, proxy } = parts;
  const oversized = proxy.takeOversized().map((host) => ({
    code: 'RESPONSE_TOO_LARGE',
    message: `${host} sent more than 100 MB and was cut off.`,
  }));
  const said = {
    quiet: '',
    capped: `The page was still busy after ${Math.round(parts.times.cap / 1000)} seconds; what it did until then is kept.`,
    crashed: 'The tab crashed; what it did until then is kept.',
    failed: explainFailure(visit.failure ?? '', proxy.failureOf(new URL(visit.failedAt ?? url).hostname)),
  }[visit.outcome];
  const own = said ? [{ code: CODES[visit.outcome], message: said }] : [];
  return [...own, ...oversized].map((problem) => ({ ...problem, page: url, scenario }));
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

const NOTHING = joinTakes();

/** Runs one scenario over the site's pages in a fresh browser; rejects on abort and when the first page fails. */
export async function runScenario(parts: ScenarioParts): Promise<ScenarioResult> {
  const { scenario, queue, signal } = parts;
  const running = await launchBrowser({
    browser: parts.browser,
    proxyPort: parts.proxy.port,
    insecure: parts.insecure,
  });
  const stop = () => void running.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const session = await startSession(running, parts);
    await running.browser.send('Browser.setDownloadBehavior', { behavior: 'deny' });
    const first = queue.at(0) ?? '';
    let tab = await session.openTab(first);
    const visit = (url: string, touches = true) => {
      parts.proxy.renewBudgets();
      session.beginPage();
      return visitPage(url, { tab, quiet: session.quiet, signal, touches });
    };

    let given: AnswerGiven | undefined;
    let afterClick = NOTHING;
    if (answersNotice(scenario) || parts.visited > 0) {
      requireAnswer(first, await visit(first, false), parts.proxy);
    }
    if (answersNotice(scenario)) {
      given = await giveAnswer({
        ...parts,
        session,
        tab,
        revisit: (touches) => visit(first, touches),
        open: (url) => visit(url, false),
      });
      if (given.result.outcome !== 'done') return given.result;
      if (given.take) afterClick = given.take;
      else if (KEEPS_CLICK.includes(scenario)) afterClick = await session.endPage();
    }
    if (parts.visited > 0) {
      session.discard();
      await session.presetJar();
      afterClick = NOTHING;
    }

    const seen = new Set<string>();
    for (let index = parts.visited; ; index += 1) {
      const url = queue.at(index);
      if (!url || (index > 0 && scenario === 'close')) break;
      const result = await visit(url);
      if (index === 0 && !given) requireAnswer(url, result, parts.proxy);
      const picture = scenario === 'none' ? `page-${String(index + 1).padStart(3, '0')}.jpg` : undefined;
      const { record, isAlive } = await recordPage(url, result, { ...parts, session, tab, picture });
      const left = index === 0 && scenario === 'withdraw' ? await leftInStorage(session, tab, record) : [];
      parts.keep(
        index === 0
          ? {
              ...record,
              visit: { ...record.visit, ...(given?.picture && { screenshot: given.picture }) },
              observations: [...afterClick.observations, ...record.observations, ...left],
              requests: [...afterClick.requests, ...record.requests],
              signalsAtAnswer: afterClick.signals,
            }
          : record,
      );
      if (!isAlive) tab = await session.openTab(first);
      for (const { kind, host, name } of record.observations) seen.add(`${kind} ${host} ${name}`);
      parts.emit({
        type: 'page',
        scenario,
        url,
        number: index + 1,
        of: queue.size(),
        trackers: seen.size,
        milliseconds: result.milliseconds,
      });
    }
    if (!given) return { scenario, outcome: 'done' };
    if (!COMES_BACK.includes(scenario)) return given.result;
    await dropSession(session, tab);
    tab = await session.openTab(first);
    const result = await visit(first, false);
    const asksAgain = await showsNotice(tab, signal);
    const covered = asksAgain ? undefined : await readCovered(tab.session);
    const { record } = await recordPage(first, result, { ...parts, session, tab, picture: undefined });
    parts.keep({ ...record, isReturn: true });
    if (result.status === 0) return given.result;
    return { ...given.result, asksAgain, ...(covered !== undefined && { covered }) };
  } finally {
    signal.removeEventListener('abort', stop);
    await running.close();
  }
}

interface RecordParts extends ScenarioParts {
  readonly session: ScanSession;
  readonly tab: Tab;
  readonly picture: string | undefined;
}

interface RecordedPage {
  readonly record: PageRecord;
  /** Whether the tab can go on to the next page. */
  readonly isAlive: boolean;
}

async function recordPage(url: string, result: VisitResult, parts: RecordParts): Promise<RecordedPage> {
  const { session, tab, scenario, outDir, picture, signal } = parts;
  const isShown = result.outcome === 'quiet' || result.outcome === 'capped';
  const page = isShown ? await readPage(tab.session) : undefined;
  const screenshot = page && picture ? await takeScreenshot(tab.session, outDir, picture) : undefined;
  // A script in an endless loop would hold up every page after it.
  if (isShown && !page) await Promise.race([tab.crash(), tab.crashed]);
  const take = await session.endPage();
  signal.throwIfAborted();
  const problems = problemsOf(url, result, parts);
  for (const { message } of problems) parts.emit({ type: 'problem', scenario, page: url, message });
  const record: PageRecord = {
    visit: {
      url,
      scenario,
      status: result.status,
      title: page?.title ?? '',
      milliseconds: result.milliseconds,
      ...(screenshot && { screenshot }),
    },
    finalUrl: page && /^https?:/.test(page.url) ? page.url : url,
    ...take,
    problems,
    links: page?.links ?? [],
  };
  return { record, isAlive: result.outcome !== 'crashed' && (!isShown || page !== undefined) };
}
