import type { CdpSession } from './browser/cdp-connection.ts';
import type { ActObservation, Observation, RequestObservation, SignalObservation } from './observation.ts';
import type { CookieBook } from './page/cookie-ledger.ts';
import type { TabRequests } from './page/network-log.ts';

/** What a session of the browser stands for. */
export type TargetType = 'page' | 'iframe' | 'worker' | 'service_worker' | 'shared_worker';

/** A page, a frame in a process of its own, or a worker: none of its code has run yet. */
export interface ScanTarget {
  readonly type: TargetType;
  readonly url: string;
  readonly session: CdpSession;
}

/** What a gatherer's hook sends from inside a page or worker. */
export interface HookReport {
  /** Origin of the document or worker; `null` where it is opaque. */
  readonly origin: string;
  /** Stack at the call, the hook's own frames left out. */
  readonly stack: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** The way out for a gatherer's hook. */
export type HookSend = (data: HookReport['data'], at?: Error) => void;

/** What the gatherers of one tab share during one scenario. Everything that they record counts for its open page. */
export interface GatherRun {
  readonly network: TabRequests;
  readonly cookies: CookieBook;
  /** First page's host: what counts as the site itself. */
  readonly siteHost: string;
  /** HMAC-SHA-256 under the scan's key, first 16 hex digits. */
  hash(value: string): string;
  observe(observation: Observation): void;
  observeRequest(request: RequestObservation): void;
  observeSignal(signal: SignalObservation): void;
  observeAct(act: ActObservation): void;
  /** The page has just done something: it is not quiet, unless it does the same over and over. */
  stir(what: string): void;
  /** The page is going to do something at this time, in milliseconds since 1970. */
  awaitUntil(time: number): void;
}

/** A gatherer at work in one tab. */
export interface ActiveGatherer {
  /** Called for each target before its code runs; commands are sent, not awaited. */
  attach?(target: ScanTarget): void;
  /** Called for each report of the hook. */
  reported?(report: HookReport): void;
  /** Called when the page is quiet and still open: the last moment to ask it something. */
  beforeEnd?(): Promise<void>;
  /** Called when the page is quiet, before the next one opens. */
  pageEnd?(): void;
  /** Called when what was seen so far does not count. */
  discarded?(): void;
}

/** One kind of evidence: the only units that touch the browser. One file each in `gatherers/`. */
export interface Gatherer {
  /** Kebab-case, equal to its file name. */
  readonly id: string;
  /**
   * Runs inside every document and worker before its own code. Must stand alone: it is sent as text.
   * `report` adds origin and stack, of now or of `at`.
   */
  readonly hook?: (report: HookSend) => void;
  start(run: GatherRun): ActiveGatherer;
}
