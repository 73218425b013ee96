import { randomBytes } from 'node:crypto';
import type { CdpSession } from '../browser/cdp-connection.ts';
import type { RunningBrowser } from '../browser/launch-browser.ts';
import type { ActiveGatherer, Gatherer, HookReport, ScanTarget, TargetType } from '../gatherer.ts';
import { dressVisitor, onAndroid, type Visitor } from './dress-visitor.ts';
import type { NetworkLog } from './network-log.ts';
import { pageHookSource } from './page-hook.ts';
import type { QuietDetector } from './quiet-detector.ts';

/** One tab with everything attached to it. */
export interface Tab {
  readonly session: CdpSession;
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
}

/** What each target of the browser is given before its code runs. */
export interface TabParts {
  readonly gatherers: readonly { readonly unit: Gatherer; readonly active: ActiveGatherer }[];
  readonly network: NetworkLog;
  readonly quiet: QuietDetector;
  readonly visitor: Visitor;
  /** Asked once for each new tab. */
  prepare(session: CdpSession): void;
}

interface Metadata {
  readonly userAgent: string;
  readonly version: string;
  readonly isPhone: boolean;
}

/** Commands go out in order on one wire: there is no need to wait for each answer. */
const tell = (promise: Promise<unknown>): void => void promise.catch(() => {});

const brandsOf = ({ version }: Metadata) =>
  ['Chromium', 'Google Chrome'].map((brand) => ({ brand, version: version.split('.')[0] ?? version }));

function disguise(session: CdpSession, type: TargetType, metadata: Metadata): void {
  const { userAgent, version, isPhone } = metadata;
  if (type !== 'page' && type !== 'iframe') {
    tell(session.send('Network.setUserAgentOverride', { userAgent }));
    return;
  }
  tell(session.send('Page.addScriptToEvaluateOnNewDocument', { source: CHROME, runImmediately: true }));
  tell(
    session.send('Emulation.setUserAgentOverride', {
      userAgent,
      userAgentMetadata: {
        brands: brandsOf(metadata),
        fullVersion: version,
        platform: isPhone ? 'Android' : 'Linux',
        platformVersion: '',
        architecture: isPhone ? '' : 'x86',
        model: '',
        mobile: isPhone,
      },
    }),
  );
}

/** Every Chrome has it but the one without a window, and pages ask for it to tell robots. */
const CHROME = `if (!('chrome' in self)) Object.defineProperty(self, 'chrome', { value: { app: { isInstalled: false }, csi() {}, loadTimes() {} }, writable: true, enumerable: true, configurable: true });`;

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

/** Opens tabs in a browser, and attaches the gatherers to every page, frame and worker before its code runs. */
export function createTabOpener(browser: RunningBrowser, parts: TabParts): () => Promise<Tab> {
  const binding = `_${randomBytes(8).toString('hex')}`;
  const source = pageHookSource(
    parts.gatherers.map(({ unit }) => unit),
    binding,
  );
  const byId = new Map(parts.gatherers.map(({ unit, active }) => [unit.id, active]));
  const { hasPhone } = parts.visitor;
  const metadata = {
    userAgent: hasPhone ? onAndroid(browser.userAgent) : browser.userAgent,
    version: browser.product.split('/')[1] ?? '',
    isPhone: hasPhone,
  };
  const documents = new Map<string, CdpSession>();
  const known = new Map<string, Promise<unknown>>();
  let awaited: ((session: CdpSession) => void) | undefined;

  function listen(session: CdpSession): void {
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== binding) return;
      const { id, ...report } = JSON.parse(payload) as HookReport & { id: string };
      byId.get(id)?.reported?.(report);
    });
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      attachOnce(targetInfo.targetId, {
        type: targetInfo.type as TargetType,
        url: targetInfo.url,
        session: browser.session(sessionId),
      });
    });
    session.on('Target.detachedFromTarget', ({ sessionId }) => void documents.delete(sessionId));
  }

  /**
   * The browser announces a service worker, and so does its page. Each must let it run, and sessions do not keep their
   * order among each other: the second one waits until the hooks of the first are in place.
   */
  function attachOnce(targetId: string, target: ScanTarget): void {
    const attached = known.get(targetId);
    if (!attached) known.set(targetId, attach(target));
    else tell(attached.then(() => target.session.send('Runtime.runIfWaitingForDebugger')));
  }

  /** Resolves when all commands are answered but the last one. */
  function attach(target: ScanTarget): Promise<unknown> {
    const { session, type } = target;
    const isDocument = type === 'page' || type === 'iframe';
    listen(session);
    parts.network.attach(target);
    tell(session.send('Network.enable'));
    disguise(session, type, metadata);
    dressVisitor(target, parts.visitor);
    for (const { active } of parts.gatherers) active.attach?.(target);
    tell(session.send('Runtime.enable'));
    // An image is asked for after the script that made it: only with this does the browser say which one it was.
    tell(session.send('Runtime.setAsyncCallStackDepth', { maxDepth: 4 }));
    tell(session.send('Runtime.addBinding', { name: binding }));
    if (isDocument) {
      documents.set(session.id, session);
      answerDialogs(session);
      tell(session.send('Page.enable'));
      tell(session.send('Page.addScriptToEvaluateOnNewDocument', { source, runImmediately: true }));
    } else if (type === 'service_worker') {
      runBeforeServiceWorker(session, source);
    } else {
      tell(session.send('Runtime.evaluate', { expression: source }));
    }
    const auto = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    const ready = session.send('Target.setAutoAttach', auto).catch(() => {});
    tell(session.send('Runtime.runIfWaitingForDebugger'));
    return ready;
  }

  browser.browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const session = browser.session(sessionId);
    const isOurs = targetInfo.type === 'page' && !targetInfo.openerId && awaited !== undefined;
    if (targetInfo.type === 'page' && !isOurs) {
      // A popup: nobody is there to look at it. Closed while it waits, it would keep its opener waiting too.
      tell(session.send('Runtime.runIfWaitingForDebugger'));
      tell(browser.browser.send('Target.closeTarget', { targetId: targetInfo.targetId }));
      return;
    }
    if (isOurs) documents.clear();
    attachOnce(targetInfo.targetId, { type: targetInfo.type as TargetType, url: targetInfo.url, session });
    if (!isOurs) return;
    awaited?.(session);
    awaited = undefined;
  });

  return async () => {
    const opened = new Promise<CdpSession>((done) => {
      awaited = done;
    });
    const auto = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    await browser.browser.send('Target.setAutoAttach', auto);
    if (awaited) await browser.browser.send('Target.createTarget', { url: 'about:blank' });
    const session = await opened;
    session.on('Page.loadEventFired', () => parts.quiet.loaded());
    parts.prepare(session);
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
      crashed,
      crash: async () => void (await session.send('Page.crash').catch(() => {})),
      documents: () => [...documents.values()],
      addressOf: (loaderId) => addresses.get(loaderId) ?? '',
      statusOf: (loaderId) => statuses.get(loaderId) ?? 0,
    };
  };
}
