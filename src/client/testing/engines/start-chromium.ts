import { launchChromium } from '../../../scan/testing/launch-chromium.ts';
import type { Engine, EngineTab } from './engine.ts';
import { findMiddle, fromPage, inPage } from './in-page.ts';

/** Starts Chromium, driven over its DevTools protocol. */
export async function startChromium(): Promise<Engine> {
  const browser = await launchChromium();
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
