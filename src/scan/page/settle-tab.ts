import { setTimeout } from 'node:timers/promises';
import type { CdpSession } from '../browser/cdp-connection.ts';

/** A browser that says nothing in this time is taken as it is; milliseconds. */
const PATIENCE = 1000;
/** Milliseconds between looks. */
const PAUSE = 10;

/** Asks the page: in every tab but the first one its load event is among those that are lost. */
async function untilLoaded(session: CdpSession): Promise<void> {
  const expression = 'document.readyState === "complete" && location.protocol !== "about:"';
  const isLoaded = async () => {
    const asked = session.send('Runtime.evaluate', { expression }).catch(() => undefined);
    const answer = await Promise.race([asked, setTimeout(5 * PAUSE)]);
    return answer?.result.value === true;
  };
  const end = Date.now() + PATIENCE;
  while (!(await isLoaded()) && Date.now() < end) await setTimeout(PAUSE);
}

/**
 * Lets a new tab change to the site's renderer process before anything counts: the first events after such a change are
 * lost. It opens an empty page under the site's address, which is answered here and never reaches the network.
 */
export async function settleTab(session: CdpSession, url: string): Promise<void> {
  session.on('Fetch.requestPaused', ({ requestId }) => {
    const responseHeaders = [{ name: 'Content-Type', value: 'text/html' }];
    session.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders }).catch(() => {});
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] });
  await session.send('Page.navigate', { url });
  await untilLoaded(session);
  await session.send('Fetch.disable');
}
