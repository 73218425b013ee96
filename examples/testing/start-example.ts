import type { RequestListener } from 'node:http';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../demo/testing/open-browser.ts';
import { buildExample, type ExampleName, SITE_HOST, serveExample } from './serve-example.ts';

/** A page and what its console said that a developer would have to look at. */
export interface Visit {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** A built example, with stand-ins for its third parties and a browser that finds them. */
export interface RunningExample {
  /** Requests that reached a third party, as `host/path`. */
  readonly reached: string[];
  /** Opens a page as a visitor who was never here; `policy` is sent as its content security policy. */
  visit(path?: string, policy?: string): Promise<Visit>;
  close(): Promise<void>;
}

/** What the third parties answer: the script keeps which data it was given. */
const thirdParties =
  (reached: string[]): RequestListener =>
  ({ headers: { host = '' }, url }, response) => {
    // The browser's own services lead here too, and are no third party of the site.
    if (/^(stats\.example|www\.youtube\.com)$/.test(host)) reached.push(`${host}${url}`);
    if (host === 'stats.example') {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end('(window.ran ??= []).push(document.currentScript.dataset.site ?? "")');
    } else {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><html lang="en"><title>Video</title><p>Video</p></html>');
    }
  };

function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Builds and serves an example, and opens a browser. */
export async function startExample(
  name: ExampleName,
  build: 'production' | 'development' = 'production',
): Promise<RunningExample> {
  buildExample(name, build);
  const reached: string[] = [];
  const served = await serveExample(name, 0, thirdParties(reached));
  const browser = await openBrowser(served.port);
  return {
    reached,
    async visit(path = '/', policy) {
      const context = await browser.newContext({ locale: 'en-GB', ignoreHTTPSErrors: true });
      const page = await context.newPage();
      const complaints = watchConsole(page);
      served.policy = policy;
      await page.goto(`http://${SITE_HOST}${path}`);
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}
