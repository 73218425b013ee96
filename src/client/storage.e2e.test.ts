import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { AvowalApi } from '../model/avowal-api.ts';
import type { Config } from '../model/config.ts';
import { findFullBrowser, launchBrowser, press, type Shop, startShop } from '../server/testing/start-shop.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const ID = '00000000-0000-4000-8000-000000000000';

const choice = (page: Page) =>
  page.evaluate(() => (window as unknown as { avowal: AvowalApi }).avowal.choice);
const notice = (page: Page) => page.locator('avowal-notice [role=dialog]');
const cookies = async (page: Page) =>
  (await page.context().cookies()).filter(({ name }) => name === 'avowal');

/** Edits the configuration and waits until it is served. */
async function edit({ server }: Shop, change: (config: Config) => void): Promise<void> {
  const config = JSON.parse(readFileSync(server.configFile, 'utf8')) as Config;
  change(config);
  const served = () => server.lines.filter((line) => line.includes('configuration served')).length;
  const before = served();
  writeFileSync(server.configFile, JSON.stringify(config));
  await expect.poll(served, { timeout: 5000 }).toBe(before + 1);
}

/** Loads the page with the configuration of now: the core may be cached for five minutes. */
async function visitAgain(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
  await page.reload();
}

describe('A choice', () => {
  it('counts on every subdomain, and LAW-STO-001 a no as long as a yes', async () => {
    const shop = await startShop();
    const lives: number[] = [];
    for (const action of ['accept', 'reject']) {
      const page = await (await shop.visitor(browser)).newPage();
      await page.goto(shop.url('www.shop.localhost'));
      await press(page, action);
      await notice(page).waitFor({ state: 'detached' });
      const [cookie] = await cookies(page);
      lives.push((cookie?.expires ?? 0) - Date.now() / 1000);
      await page.goto(shop.url('cart.shop.localhost', '/a/b'));
      expect((await choice(page)).purposes.analytics).toBe(action === 'accept' ? 'granted' : 'denied');
      await page.waitForLoadState();
      expect(await notice(page).count()).toBe(0);
    }
    expect(Math.abs((lives[0] ?? 0) - (lives[1] ?? 0))).toBeLessThan(60);
    // Six calendar months have 181 to 184 days (LAW-STO-002).
    expect((lives[0] ?? 0) / 86_400).toBeGreaterThan(180.9);
  });

  it('LAW-STO-008 survives where a browser throws script-written cookies away: what the server set is a whole choice by itself', async () => {
    const shop = await startShop();
    const page = await (await shop.visitor(browser)).newPage();
    await page.goto(shop.url('shop.localhost'));
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/api/v1/consents')),
      press(page, 'reject'),
    ]);
    const [setCookie = ''] = (await answer.headersArray())
      .filter(({ name }) => name.toLowerCase() === 'set-cookie')
      .map(({ value }) => value);
    await page.context().clearCookies();
    const [pair = ''] = setCookie.split(';');
    await page
      .context()
      .addCookies([
        { name: 'avowal', value: pair.slice('avowal='.length), domain: '.shop.localhost', path: '/' },
      ]);
    await page.reload();
    expect(await choice(page)).toMatchObject({ purposes: { analytics: 'denied', marketing: 'denied' } });
    expect(await notice(page).count()).toBe(0);
  });

  it.each([
    ['a damaged one of this host', 'avowal=2|broken; Path=/'],
    ['a damaged one of a folder', 'avowal=%E0%A4%A; Path=/shop'],
    [
      'an old grant of this host',
      `avowal=2|${ID}|${ID}|1700000000000|4000000000000|~1analytics.0000~; Path=/`,
    ],
    [
      'ids that the server would refuse',
      'avowal=2|c|r|1700000000000|4000000000000|~1analytics.0000~; Path=/',
    ],
    [
      'a grant from the future',
      `avowal=2|${ID}|${ID}|3900000000000|4000000000000|~1marketing.0000~; Path=/shop`,
    ],
  ])('is read in spite of %s, and a new answer counts', async (_, planted) => {
    const shop = await startShop();
    const page = await (await shop.visitor(browser)).newPage();
    await page.goto(shop.url('shop.localhost', '/shop/'));
    await page.evaluate((cookie) => {
      // biome-ignore lint/suspicious/noDocumentCookie: a subdomain or an old program may write anything.
      document.cookie = cookie;
    }, planted);
    await page.reload();
    await press(page, 'reject');
    await shop.records(1);
    await page.reload();
    expect(await choice(page)).toMatchObject({ purposes: { analytics: 'denied', marketing: 'denied' } });
    expect(await notice(page).count()).toBe(0);
    if (planted.endsWith('Path=/')) expect(await cookies(page)).toHaveLength(1);
  });
});

describe('When the configuration changes', () => {
  it('LAW-STO-011 nobody is asked again because of looks, translations and new names of cookies', async () => {
    const shop = await startShop();
    const page = await (await shop.visitor(browser)).newPage();
    await page.goto(shop.url('shop.localhost'));
    await press(page, 'accept');
    await shop.records(1);
    await edit(shop, (config) => {
      config.theme = { accent: '#123456' };
      config.notice = { layout: 'bar' };
      const [, analytics] = config.purposes;
      if (analytics) analytics.description = { en: 'Count visits!', de: 'Wir zählen Besuche.' };
      config.trackers.push({ name: '_pk_ses.*', kind: 'js-cookie', party: 'first', service: 'matomo' });
    });
    await visitAgain(page);
    expect(await page.evaluate('window.avowal.decided')).toBe(true);
    expect(await notice(page).count()).toBe(0);
  });

  it('LAW-STO-010, PRF-011 asks only what has changed, holds it back meanwhile, keeps the other answers and says so in the record', async () => {
    const shop = await startShop();
    const page = await (await shop.visitor(browser)).newPage();
    await page.goto(shop.url('shop.localhost'));
    await press(page, 'accept');
    const [first] = await shop.records(1);
    await edit(
      shop,
      (config) =>
        void config.services.push({
          id: 'spy',
          name: 'Spy',
          provider: { name: 'Spy Inc' },
          purpose: 'marketing',
          hosts: ['spy.localhost'],
        }),
    );
    await visitAgain(page);
    expect((await choice(page)).purposes).toEqual({
      necessary: 'granted',
      analytics: 'granted',
      marketing: 'denied',
    });
    await notice(page).waitFor();
    expect(await notice(page).textContent()).toContain('this has changed: Marketing.');
    await press(page, 'reject');
    const [second] = await shop.records(2);
    expect(second).toMatchObject({
      action: 'save',
      layer: 'changes',
      supersedes: first?.id,
      consentId: first?.consentId,
      purposes: { analytics: 'granted', marketing: 'denied' },
    });
    await visitAgain(page);
    expect(await notice(page).count()).toBe(0);
  });

  it('LAW-STO-010 asks again about a single service that has changed, and a no to another one stays', async () => {
    const shop = await startShop({
      edit: {
        services: [
          ...(await import('../server/testing/fixture-config.ts')).fixtureConfig().services,
          {
            id: 'chat',
            name: 'Chat',
            provider: { name: 'Chat Inc' },
            purpose: 'marketing',
            hosts: ['c.test'],
          },
        ],
      },
    });
    const page = await (await shop.visitor(browser)).newPage();
    await page.goto(shop.url('shop.localhost'));
    await notice(page).waitFor();
    await page.evaluate(() =>
      (window as unknown as { avowal: AvowalApi }).avowal.set({
        purposes: { analytics: 'denied', marketing: 'granted' },
        services: { video: 'denied', chat: 'denied' },
      }),
    );
    await shop.records(1);
    await edit(shop, (config) => {
      const video = config.services.find(({ id }) => id === 'video');
      if (video) video.provider = { name: 'Bought Inc' };
    });
    await visitAgain(page);
    expect(await choice(page)).toEqual({
      purposes: { necessary: 'granted', analytics: 'denied', marketing: 'denied' },
      services: { chat: 'denied' },
    });
    await press(page, 'accept');
    expect(await choice(page)).toEqual({
      purposes: { necessary: 'granted', analytics: 'denied', marketing: 'granted' },
      services: { chat: 'denied' },
    });
  });

  it('LAW-STO-005 who has objected under opt-out rules is neither asked nor opted in again', async () => {
    const shop = await startShop({ edit: { regimes: { default: 'us-ca' } } });
    const page = await (await shop.visitor(browser)).newPage();
    await page.goto(shop.url('shop.localhost'));
    await press(page, 'reject');
    await shop.records(1);
    await edit(
      shop,
      (config) =>
        void config.services.push({ id: 'spy', name: 'Spy', purpose: 'marketing', hosts: ['spy.localhost'] }),
    );
    await visitAgain(page);
    expect((await choice(page)).purposes).toMatchObject({ analytics: 'denied', marketing: 'denied' });
    expect(await notice(page).count()).toBe(0);
  });
});

describe('In two tabs', () => {
  it('an answer in one takes the notice away in the other, counts there at once, and is not asked or sent twice', async () => {
    const shop = await startShop();
    const context = await shop.visitor(browser);
    const [one, two] = [await context.newPage(), await context.newPage()];
    for (const page of [one, two]) await page.goto(shop.url('shop.localhost'));
    await notice(two).waitFor();
    await press(one, 'accept');
    await notice(two).waitFor({ state: 'detached', timeout: 2000 });
    expect((await choice(two)).purposes).toMatchObject({ analytics: 'granted', marketing: 'granted' });
    expect(await shop.records(1)).toHaveLength(1);
  });

  it('WDR-004 a withdrawal in one counts in the other, which has the core alone', async () => {
    const shop = await startShop();
    const context = await shop.visitor(browser);
    const one = await context.newPage();
    await one.goto(shop.url('shop.localhost'));
    await press(one, 'accept');
    await shop.records(1);
    const two = await context.newPage();
    await two.goto(shop.url('shop.localhost'));
    await one.evaluate('window.avowal.withdraw()');
    await expect.poll(async () => (await choice(two)).purposes.analytics, { timeout: 2000 }).toBe('denied');
    const [withdrawal, grant] = await shop.records(2);
    expect(withdrawal).toMatchObject({ consentId: grant?.consentId, supersedes: grant?.id });
  });

  it('an answer on another subdomain counts once the tab is looked at', async () => {
    const shop = await startShop();
    const context = await shop.visitor(browser);
    const [one, two] = [await context.newPage(), await context.newPage()];
    await one.goto(shop.url('www.shop.localhost'));
    await two.goto(shop.url('cart.shop.localhost'));
    await notice(two).waitFor();
    await press(one, 'reject');
    await shop.records(1);
    // The event that a browser sends when a window is turned to; here every page counts as looked at all the time.
    await two.evaluate(() => dispatchEvent(new Event('focus')));
    await notice(two).waitFor({ state: 'detached', timeout: 2000 });
    expect((await choice(two)).purposes).toMatchObject({ analytics: 'denied' });
  });

  const full = findFullBrowser();
  it.skipIf(!full)(
    'a page from the back/forward cache, which only a full browser has, knows the choice made since',
    async () => {
      const shop = await startShop();
      const chrome = await launchBrowser(full);
      onTestFinished(() => chrome.close());
      const page = await (await shop.visitor(chrome)).newPage();
      await page.goto(shop.url('shop.localhost', '/first'));
      await notice(page).waitFor();
      await page.evaluate('window.stayed = true');
      await page.goto(shop.url('shop.localhost', '/second'));
      await press(page, 'reject');
      await shop.records(1);
      // Coming from the cache, a page is not loaded: there is no event to wait for.
      await page.goBack({ waitUntil: 'commit' });
      expect(await page.evaluate('window.stayed')).toBe(true);
      await notice(page).waitFor({ state: 'detached', timeout: 2000 });
      expect((await choice(page)).purposes).toMatchObject({ analytics: 'denied' });
    },
  );
});
