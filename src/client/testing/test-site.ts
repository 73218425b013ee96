import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Config } from '../../model/config.ts';
import { launchChromium } from '../../scan/testing/launch-chromium.ts';
import { startTestServer, type TestServer } from './test-server.ts';

export { TEST_CONFIG } from './test-config.ts';

/** A test server with a Chromium that opens its pages. */
export interface TestSite extends TestServer {
  open(path?: string, options?: BrowserContextOptions & { gpc?: boolean }): Promise<Page>;
}

/** Serves a site under `site.localhost` with its third parties and the runtime as it is shipped, and opens browsers on it. */
export async function startTestSite(
  change: Partial<Config> = {},
  answer?: Parameters<typeof startTestServer>[1],
): Promise<TestSite> {
  const server = await startTestServer(change, answer);
  const browser = await launchChromium();
  return {
    ...server,
    async open(path = '/', { gpc, ...options } = {}) {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      if (gpc)
        await context.addInitScript(
          'Object.defineProperty(Navigator.prototype,"globalPrivacyControl",{get:()=>true})',
        );
      const page = await context.newPage();
      await page.goto(`${server.origin}${path}`);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
