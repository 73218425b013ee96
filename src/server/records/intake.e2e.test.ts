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
  await page.goto(`http://www.shop.localhost:${(site.address() as AddressInfo).port}/`);
  return page;
}

const press = (page: Page, action: string) =>
  page.locator(`[data-avowal-action="${action}"]`).first().click({ timeout: 10_000 });

async function recordsOf(server: TestServer, count: number): Promise<readonly ConsentRecord[]> {
  const list = async () => (await (await server.open('/api/v1/sites/shop/records')).json()).records;
  await expect.poll(async () => (await list()).length, { timeout: 5000 }).toBe(count);
  return list();
}

describe('A visitor’s answer', () => {
  it('PRF-001: goes from a page of the site to a server elsewhere, and its withdrawal supersedes it', async () => {
    const server = await startShop();
    const page = await openShop(server, `${server.url}/c/shop.js`);
    await press(page, 'accept');
    const [accepted] = await recordsOf(server, 1);
    expect(accepted).toMatchObject({
      action: 'accept',
      layer: 'notice',
      locale: 'en',
      purposes: { analytics: 'granted', marketing: 'granted' },
    });
    await press(page, 'open');
    await press(page, 'withdraw');
    const withdrawn = (await recordsOf(server, 2)).find(({ action }) => action === 'withdraw');
    expect(withdrawn).toMatchObject({
      consentId: accepted?.consentId,
      supersedes: accepted?.id,
      purposes: { analytics: 'denied', marketing: 'denied' },
    });
  });

  it('LAW-STO-008: on the site’s own host the choice cookie comes by HTTP, with what the script wrote', async () => {
    const server = await startShop('/_avowal');
    const page = await openShop(server, '/_avowal/c/shop.js');
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/api/v1/consents')),
      press(page, 'reject'),
    ]);
    expect((await answer.allHeaders())['set-cookie']).toContain('Domain=shop.localhost');
    const [record] = await recordsOf(server, 1);
    const cookies = (await page.context().cookies()).filter(({ name }) => name === 'avowal');
    expect(cookies).toHaveLength(1);
    expect(readChoice(`avowal=${cookies[0]?.value}`)).toMatchObject({
      recordId: record?.id,
      consentId: record?.consentId,
      purposes: { analytics: 'denied', marketing: 'denied' },
    });
    await page.reload();
    expect(await page.locator('avowal-notice [data-avowal-action="reject"]').count()).toBe(0);
    expect(await page.evaluate('window.avowal.decided')).toBe(true);
  });
});
