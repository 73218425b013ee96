import { createHmac } from 'node:crypto';
import type { RunningBrowser } from '../browser/launch-browser.ts';
import type { GatherRun } from '../gatherer.ts';
import { gatherers } from '../gatherers/index.ts';
import type { Observation, RequestObservation, SignalObservation } from '../observation.ts';
import { type CookieLedger, createCookieLedger } from './cookie-ledger.ts';
import type { Visitor } from './dress-visitor.ts';
import { lateWork } from './late-work.ts';
import { createNetworkLog, type NetworkLog } from './network-log.ts';
import { createTabOpener, type Tab } from './open-tabs.ts';
import { createQuietDetector, type QuietDetector, type QuietTimes } from './quiet-detector.ts';
import { readJar } from './read-jar.ts';
import { settleTab } from './settle-tab.ts';
import { applyStorageState, type StorageState } from './storage-state.ts';

/** What the gatherers took from one page. */
export interface PageTake {
  readonly observations: readonly Observation[];
  readonly requests: readonly RequestObservation[];
  readonly signals: readonly SignalObservation[];
}

/** One browser with its gatherers, from the first page of a scenario to the last. */
export interface ScanSession {
  readonly browser: RunningBrowser;
  readonly quiet: QuietDetector;
  readonly hash: (value: string) => string;
  /** Opens a tab that is ready for the pages of `site`. */
  openTab(site: string): Promise<Tab>;
  /** Forgets what belongs to the last page. */
  beginPage(): void;
  /** Lets every gatherer finish and takes what they found. */
  endPage(): Promise<PageTake>;
  /** Takes the jar of now as given: an earlier part of the same scan has counted it. */
  presetJar(): Promise<void>;
  /** Throws away what they found so far: what a page did before its notice was answered. */
  discard(): void;
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

/** A page that writes without end must not fill the memory. */
const MOST_OBSERVATIONS = 10_000;

/** Puts gatherers, ledger and logs together around a running browser. */
export async function startSession(
  browser: RunningBrowser,
  { siteHost, hashKey, times, storageState, visitor }: SessionOptions,
): Promise<ScanSession> {
  const quiet = createQuietDetector(times);
  const network: NetworkLog = createNetworkLog(quiet);
  const cookies: CookieLedger = createCookieLedger();
  let observations: Observation[] = [];
  let requests: RequestObservation[] = [];
  let signals: SignalObservation[] = [];
  const hash = (value: string) => createHmac('sha256', hashKey).update(value).digest('hex').slice(0, 16);
  const run: GatherRun = {
    network,
    cookies,
    siteHost,
    hash,
    stir: quiet.stir,
    awaitUntil: quiet.awaitUntil,
    observe: (observation) => {
      if (observations.length < MOST_OBSERVATIONS) observations.push(observation);
    },
    observeRequest: (request) => void requests.push(request),
    observeSignal: (signal) => {
      if (signals.length < MOST_OBSERVATIONS) signals.push(signal);
    },
  };
  const active = [...gatherers, lateWork].map((unit) => ({ unit, active: unit.start(run) }));
  const openTab = createTabOpener(browser, {
    gatherers: active,
    network,
    quiet,
    visitor,
    prepare: (session) => storageState && applyStorageState(session, storageState),
  });
  if (storageState) {
    await browser.browser.send('Storage.setCookies', { cookies: [...storageState.cookies] });
    cookies.preset(await readJar(browser.browser, hash));
  }

  const finish = () => {
    for (const { active: gatherer } of active) gatherer.pageEnd?.();
  };
  const take = (): PageTake => {
    const taken = { observations, requests, signals };
    observations = [];
    requests = [];
    signals = [];
    return taken;
  };
  return {
    browser,
    quiet,
    hash,
    async openTab(site) {
      const tab = await openTab();
      await settleTab(tab.session, site);
      return tab;
    },
    beginPage() {
      network.clear();
      quiet.restart();
    },
    async endPage() {
      await Promise.all(active.map(({ active: gatherer }) => gatherer.beforeEnd?.()));
      finish();
      for (const seen of cookies.settle(await readJar(browser.browser, hash), Date.now())) run.observe(seen);
      return take();
    },
    async presetJar() {
      cookies.preset(await readJar(browser.browser, hash));
    },
    discard() {
      finish();
      cookies.remember();
      for (const { active: gatherer } of active) gatherer.discarded?.();
      take();
      network.clear();
    },
  };
}
