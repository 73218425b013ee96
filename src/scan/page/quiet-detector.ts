/** Knows whether a page still does something. Times are milliseconds of `now`. */
export interface QuietDetector {
  /** A new page opens. */
  restart(): void;
  loaded(): void;
  /** Something was written, or a cookie arrived; `what` counts once on a page, so that a heartbeat keeps no page busy. */
  stir(what?: string): void;
  /** Something is going to happen at this time. */
  awaitUntil(time: number): void;
  requestStarted(id: string, type: string): void;
  responseArrived(id: string): void;
  requestEnded(id: string): void;
  state(): 'busy' | 'quiet' | 'capped';
}

/** How long is long enough, in milliseconds. */
export interface QuietTimes {
  /** Nothing new for so long = quiet. */
  readonly quiet: number;
  /** Whatever happens, no page takes longer. */
  readonly cap: number;
}

/** Chromium never says that these ended when nobody reads their body: an answer is enough. */
const ANSWER_IS_ENOUGH = new Set([
  'Fetch',
  'XHR',
  'EventSource',
  'Ping',
  'Media',
  'WebSocket',
  'Prefetch',
  'Other',
]);

/** An unanswered request (long polling) holds up the page only for so long, in milliseconds. */
const PATIENCE = 3000;

/** What is announced for later than this part of the cap is not waited for. */
const AWAITED = 0.7;

interface OpenRequest {
  readonly type: string;
  readonly since: number;
}

/** Makes a detector: quiet = loaded, nothing under way, and nothing new for `times.quiet` milliseconds. */
export function createQuietDetector(times: QuietTimes, now: () => number = Date.now): QuietDetector {
  const open = new Map<string, OpenRequest>();
  let startedAt = now();
  let lastStir = startedAt;
  let isLoaded = false;
  let awaited = 0;
  const stirs = new Set<string>();

  const stir = (what?: string) => {
    if (what !== undefined && stirs.has(what)) return;
    if (what !== undefined) stirs.add(what);
    lastStir = now();
  };
  const settle = (id: string) => {
    if (open.delete(id)) stir();
  };

  return {
    restart() {
      open.clear();
      stirs.clear();
      awaited = 0;
      startedAt = now();
      lastStir = startedAt;
      isLoaded = false;
    },
    loaded() {
      isLoaded = true;
      stir();
    },
    stir,
    awaitUntil(time) {
      if (time < startedAt + AWAITED * times.cap) awaited = Math.max(awaited, time);
    },
    requestStarted(id, type) {
      open.set(id, { type, since: now() });
      stir();
    },
    responseArrived(id) {
      if (ANSWER_IS_ENOUGH.has(open.get(id)?.type ?? '')) settle(id);
    },
    requestEnded: settle,
    state() {
      const time = now();
      if (time - startedAt >= times.cap) return 'capped';
      const waiting = [...open.values()].some(({ since }) => time - since < PATIENCE);
      return isLoaded && !waiting && time - Math.max(lastStir, awaited) >= times.quiet ? 'quiet' : 'busy';
    },
  };
}

/** Resolves when the page is quiet (true) or the cap is reached (false); rejects when `signal` aborts. */
export async function waitForQuiet(detector: QuietDetector, signal: AbortSignal): Promise<boolean> {
  for (;;) {
    signal.throwIfAborted();
    const state = detector.state();
    if (state !== 'busy') return state === 'quiet';
    await new Promise((next) => setTimeout(next, 25));
  }
}
