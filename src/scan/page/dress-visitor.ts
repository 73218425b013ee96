import type { ScanTarget } from '../gatherer.ts';

/** What sets a scenario's visitor apart from an ordinary one. */
export interface Visitor {
  /** The browser sends Global Privacy Control. */
  readonly hasGpc: boolean;
}

/** Runs inside documents and workers, as text, before their own code. */
function showGpc(): void {
  Object.defineProperty(Object.getPrototypeOf(navigator), 'globalPrivacyControl', {
    get: () => true,
    configurable: true,
    enumerable: true,
  });
}

/** Makes a page, frame or worker show what the visitor's browser would: header and property (US-GPC-003, US-GPC-004). */
export function dressVisitor({ type, session }: ScanTarget, { hasGpc }: Visitor): void {
  if (!hasGpc) return;
  const source = `(${showGpc.toString()})()`;
  const isDocument = type === 'page' || type === 'iframe';
  for (const sent of [
    session.send('Network.setExtraHTTPHeaders', { headers: { 'Sec-GPC': '1' } }),
    isDocument
      ? session.send('Page.addScriptToEvaluateOnNewDocument', { source, runImmediately: true })
      : session.send('Runtime.evaluate', { expression: source }),
  ])
    sent.catch(() => {});
}
