import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Config } from '../model/config.ts';
import { startTestSite, TEST_CONFIG, type TestSite } from './testing/test-site.ts';

const TYPES = [
  'ad_personalization',
  'ad_storage',
  'ad_user_data',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
];

const TAG_MANAGER = 'https://www.googletagmanager.com';

let site: TestSite | undefined;
let page: Page;

afterEach(async () => {
  await site?.close();
  site = undefined;
});

const start = async (change: Partial<Config>, head = '', gpc = false) => {
  site = await startTestSite(change);
  site.pages['/'] =
    `<!doctype html><html lang="en"><head>{CORE}${head}</head><body><main>Hello</main></body></html>`;
  page = await site.open('/', { gpc });
};

interface Command {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The consent commands in Google's queue, in their order. */
const commands = async (): Promise<Command[]> =>
  page.evaluate(() =>
    ((window as unknown as { dataLayer: IArguments[] }).dataLayer ?? [])
      .map((entry) => Array.from(entry))
      .filter(([first]) => first === 'consent')
      .map(([, name, values]) => ({ name, values })),
  );

const press = (action: string) =>
  page.locator(`avowal-notice [data-avowal-action="${action}"]`).first().click();

describe('Google consent mode', () => {
  it('GCM-001 GCM-003 stands in the queue before the first tag, with all seven kinds, and lets tags wait half a second', async () => {
    await start({}, `<script>dataLayer.push({event:'gtm.js'})</script>`);
    const queue = await page.evaluate(() =>
      (window as unknown as { dataLayer: { event?: string }[] }).dataLayer.map(
        (entry) => entry.event ?? 'command',
      ),
    );
    expect(queue).toEqual(['command', 'gtm.js']);
    const [first] = await commands();
    expect(first?.name).toBe('default');
    const { wait_for_update, ...types } = first?.values ?? {};
    expect(wait_for_update).toBe(500);
    expect(Object.keys(types).sort()).toEqual(TYPES);
    expect(types).toMatchObject({
      ad_storage: 'denied',
      analytics_storage: 'denied',
      security_storage: 'granted',
    });
  });

  it('GCM-008 one update for each decision, with all seven kinds', async () => {
    await start({});
    const decide = async (run: () => Promise<unknown>) => {
      const before = (await commands()).length;
      await run();
      return (await commands()).slice(before);
    };
    const made = [
      await decide(() => press('accept')),
      await decide(() => page.evaluate('avowal.rejectAll()')),
      await decide(() =>
        page.evaluate(
          `avowal.set({purposes:{media:'denied',statistics:'granted',ads:'denied'},services:{}})`,
        ),
      ),
      await decide(() => page.evaluate('avowal.withdraw()')),
    ];
    expect(made.map((list) => list.map(({ name }) => name))).toEqual([
      ['update'],
      ['update'],
      ['update'],
      ['update'],
    ]);
    for (const [update] of made) expect(Object.keys(update?.values ?? {}).sort()).toEqual(TYPES);
    expect(made.map(([update]) => [update?.values.ad_storage, update?.values.analytics_storage])).toEqual([
      ['granted', 'granted'],
      ['denied', 'denied'],
      ['denied', 'granted'],
      ['denied', 'denied'],
    ]);
  });

  it('GCM-002 on the next page the stored choice follows the default at once, once', async () => {
    await start({}, `<script>window.seen = dataLayer.length; dataLayer.push({event:'gtm.js'})</script>`);
    await press('accept');
    await page.reload();
    expect(await page.evaluate('seen')).toBe(2);
    const [before, choice, ...rest] = await commands();
    expect(before).toMatchObject({ name: 'default', values: { ad_storage: 'denied' } });
    expect(choice).toMatchObject({
      name: 'update',
      values: { ad_storage: 'granted', analytics_storage: 'granted' },
    });
    expect(rest).toEqual([]);
  });

  it('GCM-003 GCM-004 the default waits as long and holds in the regions that the site says; the update holds everywhere', async () => {
    await start({ signals: { google: { wait_for_update: 2000, region: ['DE', 'US-CA'] } } });
    await press('accept');
    const [before, after] = await commands();
    expect(before?.values).toMatchObject({ wait_for_update: 2000, region: ['DE', 'US-CA'] });
    expect(after?.values).not.toHaveProperty('region');
  });

  it('GCM-005 sets neither switch unless the site asks for it, and then before any tag', async () => {
    const switches = () =>
      page.evaluate(() =>
        (window as unknown as { dataLayer: IArguments[] }).dataLayer
          .map((entry) => [...entry])
          .filter(([first]) => first === 'set'),
      );
    await start({});
    expect(await switches()).toEqual([]);
    await site?.close();
    await start({ signals: { google: { ads_data_redaction: true, url_passthrough: true } } });
    expect(await switches()).toEqual([
      ['set', 'ads_data_redaction', true],
      ['set', 'url_passthrough', true],
    ]);
  });

  it('LAW-BLOCK-003 Tag Manager itself is not asked for before consent, and is after it', async () => {
    const tagManager = { id: 'google-tag-manager', purpose: 'statistics' };
    await start({ services: [...TEST_CONFIG.services, tagManager] });
    const asked: string[] = [];
    await page.context().route(`${TAG_MANAGER}/**`, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/javascript', body: 'window.loaded=dataLayer.length' });
    });
    if (site)
      site.pages['/gtm'] = `<!doctype html><html lang="en"><head>{CORE}
        <script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':1,event:'gtm.js'});
        var f=d.getElementsByTagName(s)[0],j=d.createElement(s);j.async=true;j.src='${TAG_MANAGER}/gtm.js?id='+i;
        f.parentNode.insertBefore(j,f)})(window,document,'script','dataLayer','GTM-1')</script></head><body><main>Hello</main></body></html>`;
    await page.goto(`${site?.origin}/gtm`);
    await page.locator('avowal-notice [role=dialog]').waitFor();
    expect(asked).toEqual([]);
    await press('accept');
    await expect.poll(() => page.evaluate('window.loaded')).toBe(3);
    expect(asked).toEqual([`${TAG_MANAGER}/gtm.js?id=GTM-1`]);
  });

  it('US-GPC-001 US-GPC-006 with Global Privacy Control an opt-out region starts with a no', async () => {
    await start({ regimes: { default: 'us' } }, '', true);
    const told = async () => (await commands()).map(({ name, values }) => [name, values.ad_storage]);
    await expect.poll(told).toEqual([
      ['default', 'denied'],
      ['update', 'denied'],
    ]);
    await site?.close();
    await start({ regimes: { default: 'us' } });
    expect((await commands()).map(({ name, values }) => [name, values.ad_storage])).toEqual([
      ['default', 'granted'],
    ]);
  });
});
