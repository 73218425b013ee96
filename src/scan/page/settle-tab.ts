import type { CdpSession } from '../browser/cdp-connection.ts';

/**
 * Lets a new tab change to the site's renderer process before anything counts: the first events after such a change are
 * lost. It opens an empty page under the site's address, which is answered here and never reaches the network.
 */
export async function settleTab(session: CdpSession, url: string): Promise<void> {
  session.on('Fetch.requestPaused', ({ requestId }) => {
    const responseHeaders = [{ name: 'Content-Type', value: 'text/html' }];
    session.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders }).catch(() => {});
  });
  const loaded = new Promise<void>((done) => {
    session.on('Page.loadEventFired', () => done());
    setTimeout(done, 1000).unref();
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] });
  await session.send('Page.navigate', { url });
  await loaded;
  await session.send('Fetch.disable');
}
