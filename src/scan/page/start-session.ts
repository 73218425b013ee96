import { createHmac } from 'node:crypto';
import type { RunningBrowser } from '../browser/launch-browser.ts';
import type { ActObservation, Observation, RequestObservation, SignalObservation } from '../observation.ts';
import { createCookieLedger } from './cookie-ledger.ts';
import type { Visitor } from './dress-visitor.ts';
import { createNetworkLog } from './network-log.ts';
import { createTabOpener, type Tab } from './open-tabs.ts';
import { createPageSettler, type EndedPage } from './page-settler.ts';
import { createQuietDetector, type QuietDetector, type QuietTimes } from './quiet-detector.ts';
import { readJar } from './read-jar.ts';
import { settleTab } from './settle-tab.ts';
import { GATHERERS, startGatherers } from './start-gatherers.ts';
import { applyStorageState, type StorageState } from './storage-state.ts';

/** What the gatherers took from one page. */
export interface PageTake {
  readonly observations: readonly Observation[];
  readonly requests: readonly RequestObservation[];
  readonly signals: readonly SignalObservation[];
  readonly acts: readonly ActObservation[];
}

/** One tab's gatherers in a browser, from the first page of a scenario to the last. */
export interface ScanSession {
  readonly browser: RunningBrowser;
  readonly quiet: QuietDetector;
  readonly hash: (value: string) => string;
  /** Opens the tab anew, ready for the pages of `site`. */
  openTab(site: string): Promise<Tab>;
  /** Forgets what belongs to the last page. */
  beginPage(): void;
  /** Lets every gatherer finish and takes what they found, where no other tab has a page open. */
  endPage(): Promise<PageTake>;
  /** The same where others have: what is this page's own can be told when those are over that were open beside it. */
  finishPage(): Promise<EndedPage>;
  /** Whether all pages are over that were open beside this one. */
  isReady(page: EndedPage): boolean;
  /** What of it is the page's own: asked for one page after the other, in the order of pages. */
  settlePage(page: EndedPage): PageTake;
  /** No page comes any more in this tab. */
  leave(): void;
  /** Takes the jar of now as given: an earlier part of the same scan has counted it. */
  presetJar(): Promise<void>;
  /** Throws away what they found so far: what a page did before its notice was answered. */
  discard(): void;
  /** The session of one more tab of the same visitor: cookies are shared, what the page of each tab did is kept apart. */
  addTab(): ScanSession;
}

/** What a session needs to know. */
export interface SessionOptions {
  readonly siteHost: string;
  /** Hex. */
  readonly hashKey: string;
  readonly times: QuietTimes;
  readonly storageState: StorageState | undefined;
  readonly visitor: Visitor;
}

/** Puts gatherers, ledger and logs together around a running browser, for a first tab. */
export async function startSession(
  browser: RunningBrowser,
  { siteHost, hashKey, times, storageState, visitor }: SessionOptions,
): Promise<ScanSession> {
  const log = createNetworkLog();
  const ledger = createCookieLedger();
  const settler = createPageSettler(ledger);
  const hash = (value: string) => createHmac('sha256', hashKey).update(value).digest('hex').slice(0, 16);
  const jar = () => readJar(browser.browser, hash);
  const openTab = createTabOpener(browser, {
    units: GATHERERS,
    visitor,
    prepare: (session) => storageState && applyStorageState(session, storageState),
  });
  if (storageState) {
    await browser.browser.send('Storage.setCookies', { cookies: [...storageState.cookies] });
    ledger.preset(await jar());
  }

  function addTab(): ScanSession {
    const quiet = createQuietDetector(times);
    const network = log.openTab(quiet);
    const book = ledger.openBook();
    const own = startGatherers({ book, network, quiet, siteHost, hash });
    const gatherers = [...own.gatherers.values()];
    const session: ScanSession = {
      browser,
      quiet,
      hash,
      addTab,
      isReady: settler.isReady,
      settlePage: settler.settle,
      leave: () => settler.leave(own),
      async openTab(site) {
        settler.join(own);
        const tab = await openTab(own);
        await settleTab(tab.session, site);
        return tab;
      },
      beginPage() {
        network.clear();
        quiet.restart();
        settler.begin(own);
      },
      async finishPage() {
        await Promise.all(gatherers.map((gatherer) => gatherer.beforeEnd?.()));
        for (const gatherer of gatherers) gatherer.pageEnd?.();
        const ended = ledger.end(book, await jar(), Date.now());
        return settler.end(own, own.take(), ended);
      },
      async endPage() {
        return settler.settle(await session.finishPage());
      },
      async presetJar() {
        ledger.preset(await jar());
      },
      discard() {
        for (const gatherer of gatherers) gatherer.pageEnd?.();
        ledger.remember(book);
        for (const gatherer of gatherers) gatherer.discarded?.();
        own.take();
        settler.discard(own);
        network.clear();
      },
    };
    return session;
  }
  return addTab();
}
