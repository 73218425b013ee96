import type { Tab } from '../page/open-tabs.ts';

/** What came over the wire for one address. */
export interface Load {
  readonly url: string;
  /** Headers included. */
  readonly bytes: number;
}

/**
 * Counts from now on what the page of a tab loads, and lets the browser remember which script made which element: for the
 * one page on which it is asked what the notice costs.
 */
export async function watchLoads({ session }: Tab): Promise<() => readonly Load[]> {
  const urls = new Map<string, string>();
  const loads: Load[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    urls.set(requestId, request.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    loads.push({ url: urls.get(requestId) ?? '', bytes: encodedDataLength });
  });
  await session.send('DOM.enable');
  await session.send('DOM.setNodeStackTracesEnabled', { enable: true });
  return () => [...loads];
}
