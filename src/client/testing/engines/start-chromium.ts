import { chromium } from 'playwright-core';
import { findBrowser } from '../../../scan/browser/find-browser.ts';
import type { Engine, EngineTab } from './engine.ts';
import { findMiddle, fromPage, inPage } from './in-page.ts';

/** Starts Chromium, driven over its DevTools protocol. */
export async function startChromium(): Promise<Engine> {
  const executablePath = findBrowser()?.executablePath;
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return {
    version: browser.version(),
    async open() {
      const context = await browser.newContext({ locale: 'en-GB' });
      const page = await context.newPage();
      const tab: EngineTab = {
        async goto(url) {
          await page.goto(url);
        },
        evaluate: async (expression) => fromPage(await page.evaluate(inPage(expression))),
        async click(selector) {
          await page.mouse.click(...(await findMiddle(tab, selector)));
        },
        press: (key) => page.keyboard.press(key),
        cookies: async () => (await context.cookies(page.url())).map(({ name }) => name),
        screenshot: () => page.screenshot(),
        close: () => context.close(),
      };
      return tab;
    },
    close: () => browser.close(),
  };
}
