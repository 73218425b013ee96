import { randomBytes } from 'node:crypto';
import type { CdpSession } from '../browser/cdp-connection.ts';
import type { RunningBrowser } from '../browser/launch-browser.ts';
import type { ActiveGatherer, Gatherer, HookReport, ScanTarget, TargetType } from '../gatherer.ts';
import { disguise } from './disguise.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { dressVisitor, onAndroid, type Visitor } from './dress-visitor.ts';
import type { TabRequests } from './network-log.ts';
import { pageHookSource } from './page-hook.ts';
import type { QuietDetector } from './quiet-detector.ts';

/** One tab with everything attached to it. */
export interface Tab {
  readonly session: CdpSession;
  readonly drawing: Drawing;
  /** Sessions that hold documents: the page and its frames in other processes. */
  documents(): readonly CdpSession[];
  /** HTTP status of a document; 0 where there was no answer. */
  statusOf(loaderId: string): number;
  /** Where a document's redirects led; empty where nothing was asked for. */
  addressOf(loaderId: string): string;
  /** Ends the tab's process, which answers nothing any more. */
  crash(): Promise<void>;
  /** Resolves when the tab's process has died. */
  readonly crashed: Promise<void>;
  close(): Promise<void>;
}

/** What all tabs of a browser have in common. */
export interface BrowserParts {
  readonly units: readonly Gatherer[];
  readonly visitor: Visitor;
  /** Asked once for each new tab. */
  prepare(session: CdpSession): void;
}

/** What each target of a tab is given before its code runs. */
export interface TabParts {
  /** By id. */
  readonly gatherers: ReadonlyMap<string, ActiveGatherer>;
  readonly network: TabRequests;
  readonly quiet: QuietDetector;
}

/** Commands go out in order on one wire: there is no need to wait for each answer. */
const tell = (promise: Promise<unknown>): void => void promise.catch(() => {});

/** Nothing that a page asks a person may stop the scan. */
function answerDialogs(session: CdpSession): void {
  session.on('Page.javascriptDialogOpening', ({ type }) => {
    tell(
      session.send('Page.handleJavaScriptDialog', { accept: type === 'beforeunload' || type === 'alert' }),
    );
  });
}

/** A service worker that waits for the debugger has no caches yet: it has them right before its script runs. */
function runBeforeServiceWorker(session: CdpSession, source: string): void {
  session.on('Debugger.paused', () => {
    tell(session.send('Runtime.evaluate', { expression: source, disableBreaks: true }));
    tell(session.send('Debugger.disable'));
  });
  tell(session.send('Debugger.enable'));
  tell(session.send('Debugger.setInstrumentationBreakpoint', { instrumentation: 'beforeScriptExecution' }));
}

interface OpenedPage {
  readonly targetId: string;
  readonly url: string;
  readonly session: CdpSession;
}

/**
 * Opens tabs in a browser, and attaches the gatherers of each to its page, frames and workers before their code runs. The
 * parts of the first tab also get the workers that belong to none.
 */
export function createTabOpener(
  browser: RunningBrowser,
  { units, visitor, prepare }: BrowserParts,
): (parts: TabParts) => Promise<Tab> {
  const binding = `_${randomBytes(8).toString('hex')}`;
  const source = pageHookSource(units, binding);
  const product = {
    userAgent: visitor.hasPhone ? onAndroid(browser.userAgent) : browser.userAgent,
    version: browser.product.split('/')[1] ?? '',
    isPhone: visitor.hasPhone,
  };
  const documents = new Map<TabParts, Map<string, CdpSession>>();
  const known = new Map<string, Promise<unknown>>();
  /** Pages that came while a tab was asked for: which of them it is, the answer says. */
  let arrived: OpenedPage[] | undefined;
  let hasFirst = false;
  let opening: Promise<unknown> = Promise.resolve();
  let home: TabParts | undefined;

  function listen(session: CdpSession, parts: TabParts): void {
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== binding) return;
      const { id, ...report } = JSON.parse(payload) as HookReport & { id: string };
      parts.gatherers.get(id)?.reported?.(report);
    });
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const target = {
        type: targetInfo.type as TargetType,
        url: targetInfo.url,
        session: browser.session(sessionId),
      };
      attachOnce(targetInfo.targetId, target, parts);
    });
    session.on('Target.detachedFromTarget', ({ sessionId }) => void documents.get(parts)?.delete(sessionId));
  }

  /**
   * The browser announces a service worker, and so does its page. Each must let it run, and sessions do not keep their
   * order among each other: the second one waits until the hooks of the first are in place.
   */
  function attachOnce(targetId: string, target: ScanTarget, parts: TabParts): void {
    const attached = known.get(targetId);
    if (!attached) known.set(targetId, attach(target, parts));
    else tell(attached.then(() => target.session.send('Runtime.runIfWaitingForDebugger')));
  }

  /** Resolves when all commands are answered but the last one. */
  function attach(target: ScanTarget, parts: TabParts): Promise<unknown> {
    const { session, type } = target;
    const isDocument = type === 'page' || type === 'iframe';
    listen(session, parts);
    parts.network.attach(target);
    // Nobody reads bodies: the browser need not keep them.
    tell(session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }));
    disguise(target, product);
    dressVisitor(target, visitor);
    for (const gatherer of parts.gatherers.values()) gatherer.attach?.(target);
    tell(session.send('Runtime.enable'));
    // An image is asked for after the script that made it: only with this does the browser say which one it was.
    tell(session.send('Runtime.setAsyncCallStackDepth', { maxDepth: 4 }));
    tell(session.send('Runtime.addBinding', { name: binding }));
    if (isDocument) {
      documents.get(parts)?.set(session.id, session);
      answerDialogs(session);
      tell(session.send('Page.enable'));
      tell(session.send('Page.addScriptToEvaluateOnNewDocument', { source, runImmediately: true }));
    } else if (type === 'service_worker') {
      runBeforeServiceWorker(session, source);
    } else {
      tell(session.send('Runtime.evaluate', { expression: source }));
    }
    // Several tabs are at work at once: each believes that it is the one which is looked at.
    if (type === 'page') tell(session.send('Emulation.setFocusEmulationEnabled', { enabled: true }));
    const auto = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    const ready = session.send('Target.setAutoAttach', auto).catch(() => {});
    tell(session.send('Runtime.runIfWaitingForDebugger'));
    return ready;
  }

  /** A popup: nobody is there to look at it. Closed while it waits, it would keep its opener waiting too. */
  function closePopup({ targetId, session }: OpenedPage): void {
    tell(session.send('Runtime.runIfWaitingForDebugger'));
    tell(browser.browser.send('Target.closeTarget', { targetId }));
  }

  browser.browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const { targetId, type, url, openerId } = targetInfo;
    const page = { targetId, url, session: browser.session(sessionId) };
    if (type !== 'page') {
      if (home) attachOnce(targetId, { type: type as TargetType, url, session: page.session }, home);
    } else if (arrived && !openerId) arrived.push(page);
    else closePopup(page);
  });

  /** The browser announces a page before it answers that it made it. The first tab is there from the start. */
  async function openPage(): Promise<OpenedPage> {
    arrived = [];
    const isFirst = !hasFirst;
    hasFirst = true;
    const auto = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    await browser.browser.send('Target.setAutoAttach', auto);
    const made =
      (isFirst && arrived[0]) ||
      (await browser.browser.send('Target.createTarget', { url: 'about:blank', newWindow: true }));
    const page = arrived.find(({ targetId }) => targetId === made?.targetId);
    for (const other of arrived) if (other !== page) closePopup(other);
    arrived = undefined;
    if (!page) throw new Error('the browser opened no tab');
    return page;
  }

  return async (parts) => {
    home ??= parts;
    documents.set(parts, new Map());
    const opened = opening.then(openPage);
    opening = opened.catch(() => {});
    const { session, targetId, url } = await opened;
    attachOnce(targetId, { type: 'page', url, session }, parts);
    session.on('Page.loadEventFired', () => parts.quiet.loaded());
    prepare(session);
    const statuses = new Map<string, number>();
    session.on('Network.responseReceived', ({ requestId, loaderId, response }) => {
      if (requestId === loaderId) statuses.set(loaderId, response.status);
    });
    const addresses = new Map<string, string>();
    session.on('Network.requestWillBeSent', ({ requestId, loaderId, request }) => {
      if (requestId === loaderId) addresses.set(loaderId, request.url);
    });
    const crashed = new Promise<void>((done) => {
      session.on('Inspector.targetCrashed', () => done());
      tell(session.send('Inspector.enable'));
    });
    return {
      session,
      drawing: createDrawing(session),
      crashed,
      crash: async () => void (await session.send('Page.crash').catch(() => {})),
      close: async () =>
        void (await browser.browser.send('Target.closeTarget', { targetId }).catch(() => {})),
      documents: () => [...(documents.get(parts)?.values() ?? [])],
      addressOf: (loaderId) => addresses.get(loaderId) ?? '',
      statusOf: (loaderId) => statuses.get(loaderId) ?? 0,
    };
  };
}
