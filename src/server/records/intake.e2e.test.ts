import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, press, type Shop, startShop } from '../testing/start-shop.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open(shop: Shop): Promise<Page> {
  const page = await (await shop.visitor(browser)).newPage();
  await page.goto(shop.url('www.shop.localhost'));
  return page;
}
const kept = async (page: Page) => (await page.context().cookies()).filter(({ name }) => name === 'avowal');

describe('A visitor’s answer', () => {
  it('PRF-001: goes from a page of the site to a server elsewhere, and its withdrawal supersedes it', async () => {
    const shop = await startShop({ server: 'consent.elsewhere.localhost' });
    const page = await open(shop);
    await press(page, 'accept');
    const [accepted] = await shop.records(1);
    expect(accepted).toMatchObject({
      action: 'accept',
      layer: 'notice',
      locale: 'en',
      purposes: { analytics: 'granted', marketing: 'granted' },
    });
    await press(page, 'open');
    await press(page, 'withdraw');
    const withdrawn = (await shop.records(2)).find(({ action }) => action === 'withdraw');
    expect(withdrawn).toMatchObject({
      consentId: accepted?.consentId,
      supersedes: accepted?.id,
      purposes: { analytics: 'denied', marketing: 'denied' },
    });
    expect((await kept(page)).map(({ domain }) => domain)).toEqual(['.shop.localhost']);
  });

  it.each([
    ['the site’s own host', '/_avowal'],
    ['a subdomain of its own', 'consent.shop.localhost'],
  ])(
    'LAW-STO-008: where the server is on %s, the choice cookie comes by HTTP, with what the script wrote',
    async (_, server) => {
      const shop = await startShop({ server });
      const page = await open(shop);
      const [answer] = await Promise.all([
        page.waitForResponse(
          (response) => response.url().endsWith('/api/v1/consents') && response.request().method() === 'POST',
        ),
        press(page, 'reject'),
      ]);
      expect((await answer.allHeaders())['set-cookie']).toContain('Domain=shop.localhost');
      const [record] = await shop.records(1);
      const cookies = await kept(page);
      expect(cookies).toHaveLength(1);
      expect(cookies[0]?.value).toMatch(`2|${record?.consentId}|${record?.id}|`);
      expect(cookies[0]?.value).toMatch(/~0analytics\.\w{4}~0marketing\.\w{4}~$/);
      await page.reload();
      expect(await page.locator('avowal-notice [data-avowal-action="reject"]').count()).toBe(0);
      expect(await page.evaluate('window.avowal.decided')).toBe(true);
    },
  );

  it('LAW-STO-008: a server on none of the page’s domains sets no cookie', async () => {
    const shop = await startShop({
      domains: ['shop.localhost', 'elsewhere.localhost'],
      server: 'consent.elsewhere.localhost',
    });
    const page = await open(shop);
    const [answer] = await Promise.all([
      page.waitForResponse(
        (response) => response.url().endsWith('/api/v1/consents') && response.request().method() === 'POST',
      ),
      press(page, 'reject'),
    ]);
    expect(answer.status()).toBe(201);
    expect((await answer.allHeaders())['set-cookie']).toBeUndefined();
  });
});
