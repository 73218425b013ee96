import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { FoundBrowser } from '../src/scan/browser/find-browser.ts';
import { DEMO_URL } from './run-demo.ts';

/** Milliseconds that a page gets to do what it does after loading. */
const SETTLE = 700;

/** A person's browser on the demo, which remembers every request. */
export interface Visitor {
  readonly page: Page;
  /** Requests since the last call, as URLs. */
  takeRequests(): string[];
  /** Opens pages of the site one after the other. */
  visit(paths: readonly string[]): Promise<void>;
  /** Presses a button of the notice or the preferences. */
  press(action: 'accept' | 'reject' | 'settings' | 'save' | 'withdraw' | 'open'): Promise<void>;
  /** Every cookie of every host as `name host`, and every local storage key as `name host`. */
  stored(): Promise<readonly { readonly name: string; readonly host: string }[]>;
  close(): Promise<void>;
}

async function storageOf(context: BrowserContext) {
  const { cookies, origins } = await context.storageState();
  return [
    ...cookies.map(({ name, domain }) => ({ name, host: domain.replace(/^\./, '') })),
    ...origins.flatMap(({ origin, localStorage }) =>
      localStorage.map(({ name }) => ({ name, host: new URL(origin).hostname })),
    ),
  ];
}

/** Opens a fresh browser in which every host name leads to the demo on `port`. */
export async function openVisitor({ executablePath }: FoundBrowser, port: number): Promise<Visitor> {
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
    ],
  });
  // Tall enough for what loads only when it comes into view.
  const viewport = { width: 1280, height: 4000 };
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB', viewport });
  const page = await context.newPage();
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const settle = () => page.waitForTimeout(SETTLE);
  return {
    page,
    takeRequests: () => requests.splice(0),
    async visit(paths) {
      for (const path of paths) {
        await page.goto(new URL(path, DEMO_URL).href, { waitUntil: 'load' });
        await settle();
      }
    },
    async press(action) {
      await page.locator(`[data-avowal-action="${action}"]:visible`).first().click();
      await settle();
    },
    stored: () => storageOf(context),
    close: () => browser.close(),
  };
}
