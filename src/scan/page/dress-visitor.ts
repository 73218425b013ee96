import type { CdpSession } from '../browser/cdp-connection.ts';
import type { ScanTarget } from '../gatherer.ts';

/** What sets a scenario's visitor apart from an ordinary one. */
export interface Visitor {
  /** The browser sends Global Privacy Control. */
  readonly hasGpc: boolean;
  /** Holds a small telephone. */
  readonly hasPhone: boolean;
  /** Asked for each page, frame and worker that opens; left out = today. */
  readonly clock?: { readonly daysAhead: number };
}

/** CSS pixels of the telephone: the narrowest window in which everything must still be there (A11Y-004). */
export const PHONE = { width: 320, height: 640 } as const;

/** Runs inside documents and workers, as text, before their own code. */
function showGpc(): void {
  Object.defineProperty(Object.getPrototypeOf(navigator), 'globalPrivacyControl', {
    get: () => true,
    configurable: true,
    enumerable: true,
  });
}

/** Runs inside documents and workers, as text, before their own code: what they read of the date is that of a later day. */
function moveClock(ahead: number): void {
  const real = Date;
  const now = () => real.now() + ahead;
  const moved: DateConstructor = new Proxy(real, {
    apply: () => String(new real(now())),
    construct: (target, given, as) => Reflect.construct(target, given.length > 0 ? given : [now()], as),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  real.prototype.constructor = moved;
  globalThis.Date = moved;
}

const DAY = 86_400_000;

const tell = (sent: Promise<unknown>): void => void sent.catch(() => {});

function runFirst({ type, session }: ScanTarget, source: string): void {
  if (type === 'page' || type === 'iframe')
    tell(session.send('Page.addScriptToEvaluateOnNewDocument', { source, runImmediately: true }));
  else tell(session.send('Runtime.evaluate', { expression: source }));
}

/** Header and property (US-GPC-003, US-GPC-004). */
function sendGpc(target: ScanTarget): void {
  tell(target.session.send('Network.setExtraHTTPHeaders', { headers: { 'Sec-GPC': '1' } }));
  runFirst(target, `(${showGpc.toString()})()`);
}

/** As Chrome on Android says it, without the model of the telephone. */
export const onAndroid = (userAgent: string): string =>
  userAgent.replace(/\([^)]*\)/, '(Linux; Android 10; K)').replace(' Safari/', ' Mobile Safari/');

function holdPhone(session: CdpSession): void {
  tell(session.send('Emulation.setDeviceMetricsOverride', { ...PHONE, deviceScaleFactor: 2, mobile: true }));
  tell(session.send('Emulation.setTouchEmulationEnabled', { enabled: true }));
}

/** Makes a page, frame or worker show what the visitor's browser would. */
export function dressVisitor(target: ScanTarget, { hasGpc, hasPhone, clock }: Visitor): void {
  if (hasGpc) sendGpc(target);
  if (clock && clock.daysAhead > 0) runFirst(target, `(${moveClock.toString()})(${clock.daysAhead * DAY})`);
  if (hasPhone && target.type === 'page') holdPhone(target.session);
}
