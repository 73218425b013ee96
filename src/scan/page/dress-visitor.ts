import type { CdpSession } from '../browser/cdp-connection.ts';
import type { ScanTarget } from '../gatherer.ts';

/** What sets a scenario's visitor apart from an ordinary one. */
export interface Visitor {
  /** The browser sends Global Privacy Control. */
  readonly hasGpc: boolean;
  /** Holds a small telephone. */
  readonly hasPhone: boolean;
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

const tell = (sent: Promise<unknown>): void => void sent.catch(() => {});

/** Header and property (US-GPC-003, US-GPC-004). */
function sendGpc({ type, session }: ScanTarget): void {
  const source = `(${showGpc.toString()})()`;
  tell(session.send('Network.setExtraHTTPHeaders', { headers: { 'Sec-GPC': '1' } }));
  if (type === 'page' || type === 'iframe')
    tell(session.send('Page.addScriptToEvaluateOnNewDocument', { source, runImmediately: true }));
  else tell(session.send('Runtime.evaluate', { expression: source }));
}

/** As Chrome on Android says it, without the model of the telephone. */
export const onAndroid = (userAgent: string): string =>
  userAgent.replace(/\([^)]*\)/, '(Linux; Android 10; K)').replace(' Safari/', ' Mobile Safari/');

function holdPhone(session: CdpSession): void {
  tell(session.send('Emulation.setDeviceMetricsOverride', { ...PHONE, deviceScaleFactor: 2, mobile: true }));
  tell(session.send('Emulation.setTouchEmulationEnabled', { enabled: true }));
}

/** Makes a page, frame or worker show what the visitor's browser would. */
export function dressVisitor(target: ScanTarget, { hasGpc, hasPhone }: Visitor): void {
  if (hasGpc) sendGpc(target);
  if (hasPhone && target.type === 'page') holdPhone(target.session);
}
