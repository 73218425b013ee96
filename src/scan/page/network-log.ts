import type { ScanTarget } from '../gatherer.ts';
import type { QuietDetector } from './quiet-detector.ts';

/** A frame of a stack, or the element of a document, as the protocol tells it: lines and columns are 0-based. */
export interface RawInitiator {
  readonly url: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly functionName?: string | undefined;
}

/** One step of a request: the first URL, or one that a redirect led to. */
export interface Hop {
  readonly url: string;
  status: number;
  mimeType: string;
  /** Whether the browser said that raw headers exist for it; `undefined` until it is answered. */
  hasRawHeaders: boolean | undefined;
}

/** Raw response headers: they come on another way and may come first. */
export interface RawHeaders {
  readonly setCookies: readonly string[];
  /** Not a redirect. */
  readonly isFinal: boolean;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** One request with its redirects. */
export interface LoggedRequest {
  readonly type: string;
  readonly hops: Hop[];
  readonly rawHeaders: RawHeaders[];
  readonly causes: readonly RawInitiator[];
  /** Decoded bytes of the last response. */
  bytes: number;
}

/** Requests of the page that is open in one tab, of all its frames and workers. */
export interface TabRequests {
  attach(target: ScanTarget): void;
  requests(): readonly LoggedRequest[];
  /** Forgets the requests of the last page. */
  clear(): void;
}

/** Requests of one browser, kept apart by tab. */
export interface NetworkLog {
  /** `quiet` hears of the tab's requests. */
  openTab(quiet: QuietDetector): TabRequests;
}

interface StackLike {
  readonly callFrames: readonly {
    readonly url: string;
    readonly lineNumber: number;
    readonly columnNumber: number;
    readonly functionName: string;
  }[];
  readonly parent?: StackLike;
}

interface InitiatorLike {
  readonly url?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
  readonly stack?: StackLike;
}

function causesOf(initiator: InitiatorLike): RawInitiator[] {
  const causes: RawInitiator[] = [];
  for (let stack = initiator.stack; stack; stack = stack.parent) {
    for (const { url, lineNumber, columnNumber, functionName } of stack.callFrames) {
      if (url) causes.push({ url, line: lineNumber, column: columnNumber, functionName });
    }
  }
  if (causes.length === 0 && initiator.url) {
    causes.push({ url: initiator.url, line: initiator.lineNumber, column: initiator.columnNumber });
  }
  return causes;
}

/** A page that asks for more than this is cut off: memory must not be the site's to fill. */
const MOST_REQUESTS = 5000;

const isWeb = (url: string) => /^(https?|wss?):/i.test(url);

/** `Set-Cookie` lines that the browser took; it names those that it refused. */
function takenCookies(header: string, refused: readonly string[]): string[] {
  const lines = header.split('\n').filter(Boolean);
  for (const line of refused) {
    const at = lines.indexOf(line);
    if (at >= 0) lines.splice(at, 1);
  }
  return lines;
}

interface Headers {
  /** Two sessions may tell of the same headers: the first one counts. */
  readonly session: string;
  readonly list: RawHeaders[];
}

interface TabLog {
  readonly quiet: QuietDetector;
  readonly byId: Map<string, LoggedRequest>;
  readonly headers: Map<string, Headers>;
}

/**
 * Listens to the Network domain of every target. Events of one request can come from two sessions (a worker's request
 * is announced by the worker, its raw headers by the page), so that requests are known by id alone, in all tabs.
 */
export function createNetworkLog(): NetworkLog {
  const tabs: TabLog[] = [];
  const logOf = (id: string) => tabs.find(({ byId }) => byId.has(id));
  const requestOf = (id: string) => logOf(id)?.byId.get(id);
  const headersOf = (id: string) => tabs.find(({ headers }) => headers.has(id))?.headers.get(id);
  const arrived = (id: string) => logOf(id)?.quiet.responseArrived(id);
  const ended = (id: string) => logOf(id)?.quiet.requestEnded(id);

  function begin(tab: TabLog, id: string, url: string, type: string, initiator: InitiatorLike): void {
    if (!isWeb(url) || logOf(id) || tab.byId.size >= MOST_REQUESTS) return;
    const early = headersOf(id)?.list;
    tab.byId.set(id, {
      type: type.toLowerCase(),
      hops: [{ url, status: 0, mimeType: '', hasRawHeaders: undefined }],
      rawHeaders: early ?? [],
      causes: causesOf(initiator),
      bytes: 0,
    });
    tab.quiet.requestStarted(id, type);
    if (early?.some(({ isFinal }) => isFinal)) tab.quiet.responseArrived(id);
  }

  function answered(id: string, status: number, mimeType: string, hasRawHeaders: boolean): void {
    const hop = requestOf(id)?.hops.at(-1);
    if (hop) Object.assign(hop, { status, mimeType, hasRawHeaders });
  }

  function addHeaders(tab: TabLog, session: string, id: string, headers: RawHeaders): void {
    const known = headersOf(id) ?? { session, list: requestOf(id)?.rawHeaders ?? [] };
    if (known.session !== session) return;
    (logOf(id) ?? tab).headers.set(id, known);
    known.list.push(headers);
    if (headers.setCookies.length > 0) (logOf(id) ?? tab).quiet.stir();
  }

  function attach(tab: TabLog, { session }: ScanTarget): void {
    session.on('Network.requestWillBeSent', (event) => {
      const { requestId, request, redirectResponse } = event;
      if (!redirectResponse) {
        begin(tab, requestId, request.url, event.type ?? 'Other', event.initiator);
        return;
      }
      const logged = requestOf(requestId);
      if (!logged || logged.hops.at(-1)?.url === request.url) return;
      answered(requestId, redirectResponse.status, redirectResponse.mimeType, event.redirectHasExtraInfo);
      logged.hops.push({ url: request.url, status: 0, mimeType: '', hasRawHeaders: undefined });
      logOf(requestId)?.quiet.stir();
    });
    session.on('Network.responseReceived', ({ requestId, response, hasExtraInfo }) => {
      answered(requestId, response.status, response.mimeType, hasExtraInfo);
      arrived(requestId);
    });
    session.on('Network.responseReceivedExtraInfo', (event) => {
      const { requestId, headers, blockedCookies, statusCode } = event;
      const name = Object.keys(headers).find((key) => key.toLowerCase() === 'set-cookie');
      const refused = blockedCookies.map(({ cookieLine }) => cookieLine);
      const isFinal = statusCode < 300 || statusCode > 399;
      addHeaders(tab, session.id, requestId, {
        isFinal,
        setCookies: name ? takenCookies(headers[name] ?? '', refused) : [],
        time: Date.now(),
      });
      // For a kept-alive fetch this is all that ever comes.
      if (isFinal) arrived(requestId);
    });
    session.on('Network.dataReceived', ({ requestId, dataLength }) => {
      const logged = requestOf(requestId);
      if (logged) logged.bytes += dataLength;
    });
    session.on('Network.loadingFinished', ({ requestId }) => ended(requestId));
    session.on('Network.loadingFailed', ({ requestId }) => ended(requestId));
    session.on('Network.webSocketCreated', ({ requestId, url, initiator }) => {
      begin(tab, requestId, url, 'WebSocket', initiator ?? {});
      ended(requestId);
    });
  }

  return {
    openTab(quiet) {
      const tab: TabLog = { quiet, byId: new Map(), headers: new Map() };
      tabs.push(tab);
      return {
        attach: (target) => attach(tab, target),
        requests: () => [...tab.byId.values()],
        clear() {
          tab.byId.clear();
          tab.headers.clear();
        },
      };
    },
  };
}
