import { parseResolveRule } from '../browser/address-rules.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { launchBrowser } from '../browser/launch-browser.ts';
import { createLocateHost } from '../browser/locate-host.ts';
import { startScanProxy } from '../browser/scan-proxy.ts';
import type { Tab } from '../page/open-tabs.ts';
import { type ScanSession, startSession } from '../page/start-session.ts';
import { startHosts } from './start-hosts.ts';

/** A browser with everything attached that a scan attaches, for tests of one part. */
export interface OpenSession {
  readonly session: ScanSession;
  readonly tab: Tab;
  /** Opens a page with an empty jar. */
  visit(url: string): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

const SITE = 'site.example';

/** Starts it, and the hosts of a test, whose site is `site.example`. */
export async function openSession(routes: Parameters<typeof startHosts>[0]): Promise<OpenSession> {
  const browser = findBrowser();
  if (!browser) throw new Error('There is no browser.');
  const hosts = await startHosts(routes);
  const locate = createLocateHost({ resolve: hosts.resolve.map(parseResolveRule), allowPrivate: false });
  const proxy = await startScanProxy(locate);
  const running = await launchBrowser({ browser, proxyPort: proxy.port, insecure: true });
  const session = await startSession(running, {
    siteHost: SITE,
    hashKey: '00'.repeat(32),
    times: { quiet: 100, cap: 10_000 },
    storageState: undefined,
    visitor: { hasGpc: false, hasPhone: false },
  });
  const tab = await session.openTab(`https://${SITE}/`);
  return {
    session,
    tab,
    async visit(url) {
      await running.browser.send('Storage.clearCookies');
      session.beginPage();
      const loaded = new Promise<void>((done) => tab.session.on('Page.loadEventFired', () => done()));
      await tab.session.send('Page.navigate', { url });
      await loaded;
    },
    async evaluate(expression) {
      const { result } = await tab.session.send('Runtime.evaluate', { expression, returnByValue: true });
      return result.value;
    },
    async close() {
      await running.close();
      await proxy.close();
      await hosts.close();
    },
  };
}
