import type { CdpSession } from '../browser/cdp-connection.ts';

/** Runs inside the page, as text: what the page tells others of the answer. */
function read(): string {
  const scope = globalThis as unknown as Record<string, unknown>;
  const said: unknown[] = [];
  const ask = (name: string, ...args: unknown[]) => {
    const api = scope[name];
    try {
      if (typeof api === 'function') api(...args, (answer: unknown) => said.push([name, answer]));
    } catch {
      // The page's own, and broken.
    }
  };
  ask('__tcfapi', 'getTCData', 2);
  ask('__gpp', 'ping');
  const layer = scope.dataLayer;
  if (Array.isArray(layer)) {
    for (const entry of layer)
      if (entry?.[0] === 'consent') said.push(Array.from(entry as ArrayLike<unknown>));
  }
  const choice = (scope.avowal as { choice?: unknown } | undefined)?.choice;
  if (choice) said.push(choice);
  try {
    return JSON.stringify([said, Object.entries({ ...sessionStorage })]).slice(0, 50_000);
  } catch {
    return '';
  }
}

/** Consent signals of the page (TCF, GPP, Google's consent mode, Avowal) and its session storage, to be compared later. */
export async function readSignals(session: CdpSession): Promise<string> {
  const answer = await session
    .send('Runtime.evaluate', { expression: `(${read.toString()})()`, returnByValue: true })
    .catch(() => undefined);
  return String(answer?.result.value ?? '');
}
