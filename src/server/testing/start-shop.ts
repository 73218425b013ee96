import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { Config } from '../../model/config.ts';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { findBrowser } from '../../scan/browser/find-browser.ts';
import { launchChromium } from '../../scan/testing/launch-chromium.ts';
import { readBrowserBundles } from '../sites/browser-bundles.ts';
import { fixtureConfig } from './fixture-config.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** A browser with all its parts; the headless shell has no back/forward cache. */
export function findFullBrowser(): string | undefined {
  for (const name of ['chromium', 'google-chrome', 'microsoft-edge']) {
    try {
      return findBrowser(name)?.executablePath;
    } catch {
      // Another may be there.
    }
  }
  return undefined;
}

/** Starts the browser that the tests of a file share. */
export function launchBrowser(executablePath?: string): Promise<Browser> {
  return launchChromium({
    ...(executablePath && { executablePath }),
    // Pages that are gone back to come from the back/forward cache, as they do for visitors.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}

/** A shop with its consent server, as visitors meet them. */
export interface Shop {
  readonly server: TestServer;
  /** Address of a page on a host of the shop. */
  url(host: string, path?: string): string;
  /** Status that a proxy in front answers for the server; 0 hangs up. */
  readonly outage: { status?: number | undefined };
  /** Body of every page. */
  body: string;
  /** A browser profile that ends with the test. */
  visitor(browser: Browser): Promise<BrowserContext>;
  /** Waits until there are so many records; newest first. */
  records(count: number): Promise<readonly ConsentRecord[]>;
}

/** Hosts on which the server itself answers. */
const isServer = (host = '') => host.startsWith('consent.');

/**
 * A site on any host of this machine, whose pages carry the script of a real server. `server` says where browsers reach
 * that: a path is passed on as by a reverse proxy, and so is everything on a host that begins with `consent.`.
 */
export async function startShop({
  domains = ['shop.localhost'],
  server: at = '/_avowal',
  edit = {},
}: {
  domains?: string[];
  server?: string;
  edit?: Partial<Config>;
} = {}): Promise<Shop> {
  const outage: Shop['outage'] = {};
  const site = createServer((incoming, outgoing) => {
    const { method, headers, url = '/' } = incoming;
    if (!isServer(headers.host) && !url.startsWith('/_avowal/')) {
      outgoing.setHeader('content-type', 'text/html');
      outgoing.end(
        `<!doctype html><html lang="en"><script src="${publicUrl}/c/shop.js"></script><title>Shop</title><h1>Shop</h1>${shop.body}`,
      );
      return;
    }
    if (outage.status !== undefined && url.includes('/api/')) {
      if (outage.status === 0) incoming.socket.destroy();
      else outgoing.writeHead(outage.status, { 'content-type': 'text/html' }).end('<h1>proxy</h1>');
      return;
    }
    const onward = request(server.url + url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => site.once('listening', resolve));
  onTestFinished(() => {
    site.closeAllConnections();
    site.close();
  });
  const { port } = site.address() as AddressInfo;
  const publicUrl = at.startsWith('/') ? at : `http://${at}:${port}`;
  const config = fixtureConfig(edit);
  config.site = { ...config.site, domains };
  const server = await startTestServer({ config, bundles: readBrowserBundles(), publicUrl });
  const list = async () =>
    (await (await server.open('/api/v1/sites/shop/records')).json()).records as readonly ConsentRecord[];
  const shop: Shop = {
    server,
    outage,
    body: '',
    url: (host, path = '/') => `http://${host}:${port}${path}`,
    async visitor(browser) {
      const context = await browser.newContext({ locale: 'en-GB' });
      onTestFinished(() => context.close());
      return context;
    },
    async records(count) {
      await expect.poll(async () => (await list()).length, { timeout: 5000 }).toBe(count);
      return list();
    },
  };
  return shop;
}

/** Presses a control of the runtime. */
export const press = (page: Page, action: string): Promise<void> =>
  page.locator(`[data-avowal-action="${action}"]`).first().click({ timeout: 10_000 });
