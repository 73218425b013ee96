import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AvowalApi } from '../../model/avowal-api.ts';
import { launchBrowser, press, type Shop, startShop } from '../../server/testing/start-shop.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const DOMAINS = ['shop.localhost', 'brand.localhost'];
const notice = (page: Page) => page.locator('avowal-notice [role=dialog]');
const purposes = (page: Page) =>
  page.evaluate(() => (window as unknown as { avowal: AvowalApi }).avowal.choice.purposes);

/** A shop on two domains; each page has a link to the other, to a subdomain of its own and to somebody else. */
async function twoDomains(server?: string): Promise<Shop> {
  const shop = await startShop({ domains: DOMAINS, ...(server && { server }) });
  shop.body = `<p id="top">Top</p>
<a id="brand" href="${shop.url('www.brand.localhost', '/there?x=1#end')}">Brand</a>
<a id="shop" href="${shop.url('www.shop.localhost')}">Shop</a>
<a id="other" href="${shop.url('other.localhost')}">Other</a>
<a id="tab" target="_blank" href="${shop.url('www.brand.localhost')}">New tab</a>
<div style="height:4000px"></div><p id="end">End</p>`;
  return shop;
}

async function visit(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

describe('A link from one domain of the site to another', () => {
  it.each([
    ['the page’s own host', '/_avowal'],
    ['a host of the first domain', 'consent.shop.localhost'],
    ['a host elsewhere', 'consent.elsewhere.localhost'],
  ])(
    'PRF-001, PRF-011 takes the choice along, with the server on %s: no notice, a message, a record of its own, a clean address',
    async (_, server) => {
      const shop = await twoDomains(server);
      const page = await visit(await shop.visitor(browser), shop.url('www.shop.localhost'));
      await press(page, 'reject');
      const [answer] = await shop.records(1);
      await page.locator('#brand').click();
      await page.waitForURL('**/there?x=1#end');
      await page.getByText('Your choice on shop.localhost counts here too.').waitFor();
      expect(await purposes(page)).toMatchObject({ analytics: 'denied', marketing: 'denied' });
      expect(await notice(page).count()).toBe(0);
      expect(page.url()).toBe(shop.url('www.brand.localhost', '/there?x=1#end'));
      const [carried] = await shop.records(2);
      expect(carried).toMatchObject({
        layer: 'handover',
        action: 'reject',
        consentId: answer?.consentId,
        validUntil: answer?.validUntil,
        handover: { record: answer?.id, from: 'shop.localhost', to: 'brand.localhost' },
      });
      await page.goto(shop.url('brand.localhost'));
      expect(await page.evaluate('window.avowal.decided')).toBe(true);
      const cookies = (await page.context().cookies()).filter(({ name }) => name === 'avowal');
      expect(cookies.map(({ domain }) => domain).sort()).toEqual(['.brand.localhost', '.shop.localhost']);
    },
  );

  it('leads to its place in the page', async () => {
    const shop = await twoDomains();
    const page = await visit(await shop.visitor(browser), shop.url('www.shop.localhost'));
    await press(page, 'reject');
    await shop.records(1);
    await page.locator('#brand').click();
    await page.waitForURL('**/there?x=1#end');
    await page.getByText('counts here too').waitFor();
    expect(await page.evaluate('scrollY')).toBeGreaterThan(3000);
  });

  it('sends nothing before there is a choice, and is a plain link', async () => {
    const shop = await twoDomains();
    const page = await visit(await shop.visitor(browser), shop.url('www.shop.localhost'));
    await notice(page).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('#brand').click();
    await page.waitForURL('**/there?x=1#end');
    await notice(page).waitFor();
    expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
  });

  it.each(['shop', 'other'])(
    'carries nothing to a page that is not on another domain of the site: %s',
    async (id) => {
      const shop = await twoDomains();
      const page = await visit(await shop.visitor(browser), shop.url('shop.localhost'));
      await press(page, 'accept');
      await shop.records(1);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const seen: string[] = [];
      page.on('framenavigated', (frame) => seen.push(frame.url()));
      await page.locator(`#${id}`).click();
      await page.waitForURL((url) => url.host !== new URL(shop.url('shop.localhost')).host);
      expect(asked.filter((url) => url.includes('/handovers'))).toEqual([]);
      expect(seen.join()).not.toContain('avowal=');
    },
  );

  it('never stands against an answer that was given there later, and counts where it is the later one', async () => {
    const shop = await twoDomains();
    const context = await shop.visitor(browser);
    const one = await visit(context, shop.url('shop.localhost'));
    await press(one, 'accept');
    await shop.records(1);
    const two = await visit(context, shop.url('brand.localhost'));
    await press(two, 'reject');
    await shop.records(2);
    await one.locator('#brand').click();
    await one.waitForURL('**/there?x=1#end');
    await one.waitForLoadState('networkidle');
    expect(await purposes(one)).toMatchObject({ analytics: 'denied', marketing: 'denied' });
    await one.locator('#shop').click();
    await one.waitForURL(shop.url('www.shop.localhost'));
    await expect.poll(() => purposes(one)).toMatchObject({ analytics: 'denied', marketing: 'denied' });
    expect((await shop.records(3))[0]).toMatchObject({
      layer: 'handover',
      action: 'reject',
      handover: { from: 'brand.localhost', to: 'shop.localhost' },
    });
  });

  it('WDR-004 takes a withdrawal along', async () => {
    const shop = await twoDomains();
    const page = await visit(await shop.visitor(browser), shop.url('shop.localhost'));
    await press(page, 'accept');
    await shop.records(1);
    await page.locator('#brand').click();
    await page.getByText('counts here too').waitFor();
    await page.locator('#shop').click();
    await page.waitForURL(shop.url('www.shop.localhost'));
    await page.evaluate('window.avowal.withdraw()');
    await shop.records(3);
    await page.locator('#brand').click();
    await page.waitForURL('**/there?x=1#end');
    await page.getByText('counts here too').waitFor();
    expect(await purposes(page)).toMatchObject({ analytics: 'denied', marketing: 'denied' });
  });

  it('leads on without a choice where the server does not answer', async () => {
    const shop = await twoDomains();
    const page = await visit(await shop.visitor(browser), shop.url('shop.localhost'));
    await press(page, 'accept');
    await shop.records(1);
    shop.outage.status = 503;
    await page.locator('#brand').click();
    await page.waitForURL('**/there?x=1#end');
    await notice(page).waitFor();
  });

  it('counts once: the same address opened again asks', async () => {
    const shop = await twoDomains();
    const page = await visit(await shop.visitor(browser), shop.url('shop.localhost'));
    await press(page, 'accept');
    await shop.records(1);
    const url = await page.evaluate(
      (to) => (window as unknown as { avowal: Required<AvowalApi> }).avowal.handOver(to),
      shop.url('brand.localhost'),
    );
    expect(url).toMatch(/#avowal=[\w.-]+~?$/);
    // Typed or sent to somebody, it comes from no page of the site.
    const stranger = await visit(await shop.visitor(browser), url);
    await notice(stranger).waitFor();
    expect(stranger.url()).toBe(shop.url('brand.localhost'));
    await page.evaluate((to) => location.assign(to), url);
    await page.waitForURL(shop.url('brand.localhost'));
    await page.getByText('counts here too').waitFor();
    await page.context().clearCookies();
    await page.goto(shop.url('shop.localhost'));
    await page.evaluate((to) => location.assign(to), url);
    await page.waitForURL(shop.url('brand.localhost'));
    await notice(page).waitFor();
    expect(await shop.records(2)).toHaveLength(2);
  });
});

it('A site on one registrable domain has no code for hand-overs', async () => {
  const shop = await startShop({ domains: ['shop.localhost'] });
  const script = await (await fetch(`${shop.server.url}/c/shop.js`)).text();
  expect(script).not.toContain('handovers');
});
