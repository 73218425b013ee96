import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readChoice } from '../../model/choice-cookie.ts';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { findBrowser } from '../../scan/browser/find-browser.ts';
import { readBrowserBundles } from '../sites/browser-bundles.ts';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let browser: Browser;
beforeAll(async () => {
  const executablePath = findBrowser()?.executablePath;
  browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    ...(executablePath && { executablePath }),
  });
});
afterAll(() => browser.close());

async function startShop(publicUrl?: string): Promise<TestServer> {
  const config = fixtureConfig();
  config.site = { ...config.site, domains: ['shop.localhost'] };
  return startTestServer({ config, bundles: readBrowserBundles(), ...(publicUrl && { publicUrl }) });
}

/** A page with the script of the server; passes what is below /_avowal/ on to the server, as a reverse proxy does. */
async function openShop(server: TestServer, script: string): Promise<Page> {
  const site = createServer((incoming, outgoing) => {
    if (!incoming.url?.startsWith('/_avowal/')) {
      outgoing.setHeader('content-type', 'text/html');
      outgoing.end(
        `<!doctype html><html lang="en"><script src="${script}"></script><title>Shop</title><h1>Shop</h1>`,
      );
      return;
    }
    const { method, headers, url } = incoming;
    const onward = request(server.url + url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => site.once('listening', resolve));
  const context = await browser.newContext({ locale: 'en-GB' });
  onTestFinished(async () => {
    await context.close();
    site.closeAllConnections();
    site.close();
  });
  const page = await context.newPage();
