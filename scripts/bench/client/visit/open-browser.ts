import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../../src/scan/browser/find-browser.ts';

/** The phone that visits. */
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
  locale: 'en-GB',
};

/** Starts the browser; throws where there is none. */
export async function openBrowser(args: readonly string[]): Promise<Browser> {
  const found = findBrowser();
  if (!found) throw new Error('No Chromium on this machine: see avowal browser install');
  return chromium.launch({
    executablePath: found.executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
}

/** A new visitor: no cookies, nothing cached; a slower processor. */
export async function openVisitor(
  browser: Browser,
  cpuSlowdown: number,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  return { context, page };
}
