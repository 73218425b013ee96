import { findNoticeButton } from './notice/look-for-buttons.ts';
import type { Tab } from './page/open-tabs.ts';
import type { ScanSession } from './page/start-session.ts';

/** A notice may come a little after the page is quiet, in milliseconds. */
const APPEARS_WITHIN = 1000;

/** Makes the browser forget what does not outlive its end: the visitor comes back another day. */
export async function dropSession({ browser }: ScanSession, tab: Tab): Promise<void> {
  const { cookies } = await browser.browser.send('Storage.getCookies');
  await Promise.all(
    cookies
      .filter((cookie) => cookie.session)
      .map(({ name, domain, path, partitionKey }) =>
        tab.session.send('Network.deleteCookies', {
          name,
          domain,
          path,
          ...(partitionKey && { partitionKey }),
        }),
      ),
  );
}

/** Whether the page that is open asks for consent. */
export async function showsNotice(tab: Tab, signal: AbortSignal): Promise<boolean> {
  const until = Date.now() + APPEARS_WITHIN;
  for (;;) {
    signal.throwIfAborted();
    if (await findNoticeButton(tab.documents(), 'accept')) return true;
    if (Date.now() > until) return false;
    await new Promise((next) => setTimeout(next, 200));
  }
}
