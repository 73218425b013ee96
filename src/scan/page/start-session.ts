import { createHmac } from 'node:crypto';
import type { RunningBrowser } from '../browser/launch-browser.ts';
import type { ActObservation, Observation, RequestObservation, SignalObservation } from '../observation.ts';
import { createCookieLedger } from './cookie-ledger.ts';
import type { Visitor } from './dress-visitor.ts';
import { joinTakes } from './join-takes.ts';
import { layToWriters } from './lay-to-writers.ts';
import { createNetworkLog } from './network-log.ts';
import { createTabOpener, type Tab } from './open-tabs.ts';
import { createQuietDetector, type QuietDetector, type QuietTimes } from './quiet-detector.ts';
import { readJar } from './read-jar.ts';
import { settleTab } from './settle-tab.ts';
import { GATHERERS, startGatherers, type TabGatherers } from './start-gatherers.ts';
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
  /** Lets every gatherer finish and takes what they found. */
  endPage(): Promise<PageTake>;
  /** Takes the jar of now as given: an earlier part of the same scan has counted it. */
  presetJar(): Promise<void>;
  /** Throws away what they found so far: what a page did before its notice was answered. */
  discard(): void;
  /** The session of one more tab of the same visitor: cookies are shared, what the page of each tab did is kept apart. */
  addTab(): ScanSession;
  /** Ends the pages of several tabs of one visitor at once, in this order. */
  endPages(tabs: readonly ScanSession[]): Promise<readonly PageTake[]>;
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

  const books = new Map<ScanSession, TabGatherers>();
  const gatherersOf = (tab: ScanSession) => [...(books.get(tab)?.gatherers.values() ?? [])];
  const finish = (tab: ScanSession) => {
    for (const gatherer of gatherersOf(tab)) gatherer.pageEnd?.();
    return books.get(tab) ?? [];
  };
  const endPages: ScanSession['endPages'] = async (tabs) => {
    await Promise.all(tabs.flatMap(gatherersOf).map((gatherer) => gatherer.beforeEnd?.()));
    const ended = tabs.flatMap(finish);
    const cookies = ledger.settle(
      ended.map(({ book }) => book),
      await jar(),
      Date.now(),
    );
    const takes = ended.map((own) => own.take());
    const observations = layToWriters(
      takes.map((take, index) => [...take.observations, ...(cookies[index] ?? [])]),
    );
    return takes.map((take, index) => ({ ...take, observations: observations[index] ?? [] }));
  };

  function addTab(): ScanSession {
    const quiet = createQuietDetector(times);
    const network = log.openTab(quiet);
    const book = ledger.openBook();
    const own = startGatherers({ book, network, quiet, siteHost, hash });
    const session: ScanSession = {
      browser,
      quiet,
      hash,
      addTab,
      endPages,
      async openTab(site) {
        const tab = await openTab(own);
        await settleTab(tab.session, site);
        return tab;
      },
      beginPage() {
        network.clear();
        quiet.restart();
      },
      async endPage() {
        const [take] = await endPages([session]);
        return take ?? joinTakes();
      },
      async presetJar() {
        ledger.preset(await jar());
      },
      discard() {
        finish(session);
        ledger.remember(book);
        for (const gatherer of gatherersOf(session)) gatherer.discarded?.();
        own.take();
        network.clear();
      },
    };
    books.set(session, own);
    return session;
  }
  return addTab();
}
