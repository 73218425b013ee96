import type { Gatherer, GatherRun } from '../gatherer.ts';
import { gatherers } from '../gatherers/index.ts';
import type { ActObservation, Observation, RequestObservation, SignalObservation } from '../observation.ts';
import type { CookieBook } from './cookie-ledger.ts';
import { lateWork } from './late-work.ts';
import type { TabRequests } from './network-log.ts';
import type { TabParts } from './open-tabs.ts';
import type { QuietDetector } from './quiet-detector.ts';
import type { PageTake } from './start-session.ts';

/** A page that writes without end must not fill the memory. */
const MOST_OBSERVATIONS = 10_000;

/** All that watch a page. */
export const GATHERERS: readonly Gatherer[] = [...gatherers, lateWork];

/** The gatherers of one tab, at work. */
export interface TabGatherers extends TabParts {
  readonly book: CookieBook;
  /** What they found since the last call. */
  take(): PageTake;
}

/** What they need. */
export interface TabNeeds {
  readonly book: CookieBook;
  readonly network: TabRequests;
  readonly quiet: QuietDetector;
  readonly siteHost: string;
  readonly hash: (value: string) => string;
}

/** Starts the gatherers of a tab. */
export function startGatherers({ book, network, quiet, siteHost, hash }: TabNeeds): TabGatherers {
  let observations: Observation[] = [];
  let requests: RequestObservation[] = [];
  let signals: SignalObservation[] = [];
  let acts: ActObservation[] = [];
  const run: GatherRun = {
    network,
    cookies: book,
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
    observeAct: (act) => {
      if (acts.length < MOST_OBSERVATIONS) acts.push(act);
    },
  };
  return {
    book,
    network,
    quiet,
    gatherers: new Map(GATHERERS.map((unit) => [unit.id, unit.start(run)])),
    take() {
      const taken = { observations, requests, signals, acts };
      observations = [];
      requests = [];
      signals = [];
      acts = [];
      return taken;
    },
  };
}
