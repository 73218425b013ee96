import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, press, type Shop, startShop } from '../../server/testing/start-shop.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open(shop: Shop): Promise<Page> {
  const page = await (await shop.visitor(browser)).newPage();
  await page.goto(shop.url('shop.localhost'));
  return page;
}
const waiting = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('avowal-pending')).length);

describe('A record that did not reach the server', () => {
  it.each([
    ['the connection breaks', 0],
    ['the server is overloaded', 429],
    ['the server is broken', 503],
    ['something else answers, such as the log-in page of a network', 200],
    ['a proxy does not know the way', 404],
  ])('PRF-001 is sent at the next page view, once, where %s', async (_, status) => {
    const shop = await startShop();
    const page = await open(shop);
    shop.outage.status = status;
    await press(page, 'reject');
    await page.waitForTimeout(300);
    expect(await waiting(page)).toBe(1);
    shop.outage.status = undefined;
    await page.reload();
    await expect.poll(() => waiting(page), { timeout: 5000 }).toBe(0);
    await page.reload();
    await page.waitForTimeout(300);
    expect(await shop.records(1)).toMatchObject([{ action: 'reject', layer: 'notice' }]);
  });

  it('PRF-001 is there once, also where the page closes while it is under way', async () => {
    const shop = await startShop();
    const page = await open(shop);
    await page.locator('[data-avowal-action=accept]').first().waitFor();
    await page.evaluate(() => {
      (window as unknown as { avowal: { acceptAll(): Promise<void> } }).avowal.acceptAll();
      location.href = '/elsewhere';
    });
    await page.waitForURL('**/elsewhere');
    const again = await page.context().newPage();
    await again.goto(shop.url('shop.localhost'));
    await expect.poll(() => waiting(again), { timeout: 5000 }).toBe(0);
    expect(await shop.records(1)).toMatchObject([{ action: 'accept' }]);
  });

  it('PRF-001 is sent once where the answer came before the page was parsed', async () => {
    const shop = await startShop();
    shop.body = '<script src="/slow.js"></script>';
    const page = await (await shop.visitor(browser)).newPage();
    const { promise: parsed, resolve: parse } = Promise.withResolvers<void>();
    const { promise: tidied, resolve: tidy } = Promise.withResolvers<void>();
    let sent = 0;
    await page.route('**/slow.js', async (route) => {
      await parsed;
      await route.fulfill({ contentType: 'text/javascript', body: '' });
    });
    await page.route('**/api/v1/consents', async (route) => {
      sent++;
      await tidied;
      await route.continue();
    });
    await page.goto(shop.url('shop.localhost'), { waitUntil: 'commit' });
    await press(page, 'reject');
    await expect.poll(() => sent).toBe(1);
    parse();
    await page.waitForLoadState('load');
    await page.waitForTimeout(300);
    tidy();
    expect(await shop.records(1)).toMatchObject([{ action: 'reject' }]);
    await expect.poll(() => waiting(page)).toBe(0);
    expect(sent).toBe(1);
  });

  it('PRF-001 is not lost where two tabs answer at once', async () => {
    const shop = await startShop();
    const one = await open(shop);
    const two = await one.context().newPage();
    await two.goto(shop.url('shop.localhost'));
    for (const page of [one, two]) await page.locator('[data-avowal-action=accept]').first().waitFor();
    shop.outage.status = 503;
    await Promise.all([one.evaluate('window.avowal.acceptAll()'), two.evaluate('window.avowal.rejectAll()')]);
    await expect.poll(() => waiting(one), { timeout: 5000 }).toBe(2);
    shop.outage.status = undefined;
    await one.reload();
    expect((await shop.records(2)).map(({ action }) => action).sort()).toEqual(['accept', 'reject']);
    await expect.poll(() => waiting(one), { timeout: 5000 }).toBe(0);
  });

  it.each([
    ['full', 'Storage.prototype.setItem=()=>{throw new DOMException("","QuotaExceededError")}'],
    [
      'denied',
      'Object.defineProperty(window,"localStorage",{get(){throw new DOMException("","SecurityError")}})',
    ],
  ])('is sent at once where the storage is %s, and the choice counts', async (_, damage) => {
    const shop = await startShop();
    const context = await shop.visitor(browser);
    await context.addInitScript(damage);
    const page = await context.newPage();
    await page.goto(shop.url('shop.localhost'));
    await press(page, 'reject');
    expect(await shop.records(1)).toMatchObject([{ action: 'reject' }]);
    await page.reload();
    expect(await page.evaluate('window.avowal.decided')).toBe(true);
  });

  it('does not stay for ever where the server refuses it', async () => {
    const shop = await startShop();
    const page = await open(shop);
    await press(page, 'reject');
    expect(await shop.records(1)).toMatchObject([{ action: 'reject' }]);
    await page.evaluate(() => localStorage.setItem('avowal-pending-x', '{"not":"a record"}'));
    await page.reload();
    await expect.poll(() => waiting(page), { timeout: 5000 }).toBe(0);
    expect(await shop.records(1)).toHaveLength(1);
  });
});
