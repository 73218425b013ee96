import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, TEST_CONFIG, type TestSite } from './testing/test-site.ts';

/** The vendors' own base code as sites paste it, without the script element that it ends with. */
const SNIPPETS = `
  window.uetq = window.uetq || [];
  (function(c,a){c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)}})(window,'clarity');
  !function(f,n){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};
    if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];f.fbqLoads=true}(window);
  fbq('init','1'); fbq('track','PageView');
  !function(w,t){var q=w[t]=w[t]||[];q.methods=['page','track','holdConsent','revokeConsent','grantConsent'];
    q.setAndDefer=function(o,m){o[m]=function(){o.push([m].concat([].slice.call(arguments)))}};
    for(var i=0;i<q.methods.length;i++)q.setAndDefer(q,q.methods[i]);q.page()}(window,'ttq');
  !function(w){if(!w.pintrk){w.pintrk=function(){w.pintrk.queue.push([].slice.call(arguments))};
    var n=w.pintrk;n.queue=[];n.version='3.0';w.pintrkLoads=true}}(window);
  pintrk('load','1'); pintrk('page');
  var _paq = window._paq = window._paq || []; _paq.push(['trackPageView']);
  var _hsp = window._hsp = window._hsp || [];
  window.wp = []; window.wp_set_consent = function(c,v){wp.push([c,v])};
  window.shop = []; window.Shopify = {loadFeatures:function(f,d){
    Shopify.customerPrivacy={setTrackingConsent:function(a,cb){shop.push(a);cb()}};shop.push(f);d()}};
`;

const QUEUES: Readonly<Record<string, string>> = {
  uet: 'uetq',
  clarity: 'clarity.q',
  meta: 'fbq.queue',
  tiktok: 'ttq',
  pinterest: 'pintrk.queue',
  matomo: '_paq',
  hubspot: '_hsp',
  wordpress: 'wp',
  shopify: 'shop',
};

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await startTestSite({
    signals: {
      'microsoft-uet': true,
      'microsoft-clarity': true,
      meta: true,
      tiktok: ['ads'],
      pinterest: true,
      matomo: true,
      hubspot: true,
      wordpress: true,
      shopify: true,
    },
  });
  site.pages['/'] =
    `<!doctype html><html lang="en"><head>{CORE}<script>${SNIPPETS}</script></head><body><main>Hello</main></body></html>`;
});
afterEach(() => page.context().close());
afterAll(() => site.close());

/** What stands in a vendor's queue, `arguments` objects as arrays. */
const queueOf = (vendor: string): Promise<unknown[]> =>
  page.evaluate(
    `[...${QUEUES[vendor]}].map((e) => Object.prototype.toString.call(e) === '[object Arguments]' ? [...e] : e)`,
  );

const press = async (action: string) => {
  await page.locator(`avowal-notice [data-avowal-action="${action}"]`).first().click();
};

/** Saves yes to one purpose and no to the others. */
const grant = (...ids: string[]) =>
  page.evaluate((granted) => {
    const answers = ['media', 'statistics', 'ads'].map((id) => [
      id,
      granted.includes(id) ? 'granted' : 'denied',
    ]);
    const { avowal } = window as unknown as { avowal: { set(choice: unknown): void } };
    avowal.set({ purposes: Object.fromEntries(answers), services: {} });
  }, ids);

describe('before an answer', () => {
  it.each([
    ['VND-MSUET-001', 'uet', ['consent', 'default', { ad_storage: 'denied' }]],
    ['VND-CLARITY-001', 'clarity', [['consentv2', { ad_Storage: 'denied', analytics_Storage: 'denied' }]]],
    [
      'VND-META-001',
      'meta',
      [
        ['consent', 'revoke'],
        ['init', '1'],
        ['track', 'PageView'],
      ],
    ],
    ['VND-TIKTOK-001', 'tiktok', [['holdConsent'], ['page']]],
    ['VND-PIN-001', 'pinterest', [['setconsent', false], ['load', '1'], ['page']]],
    ['VND-MATOMO-001', 'matomo', [['requireConsent'], ['trackPageView']]],
    [
      'VND-HS-001',
      'hubspot',
      [['setHubSpotConsent', { analytics: false, advertisement: false, functionality: false }]],
    ],
    ['VND-WP-001', 'wordpress', []],
    ['VND-SHOPIFY-001', 'shopify', []],
  ])('%s %s hears no, before anything of its own', async (_, vendor, expected) => {
    page = await site.open();
    expect(await queueOf(vendor)).toEqual(expected);
  });

  it('VND-META-001 VND-PIN-001 leave it to the vendors’ base code to load their scripts', async () => {
    page = await site.open();
    expect(await page.evaluate('[fbqLoads, pintrkLoads]')).toEqual([true, true]);
  });

  it('VND-HS-001 keeps the banner of HubSpot away, VND-WP-001 names the type of consent', async () => {
    page = await site.open();
    expect(await page.evaluate('[disableHubSpotCookieBanner, wp_consent_type]')).toEqual([true, 'optin']);
  });
});

const YES: readonly (readonly [rule: string, vendor: string, last: readonly unknown[]])[] = [
  ['VND-MSUET-001', 'uet', ['consent', 'update', { ad_storage: 'granted' }]],
  ['VND-CLARITY-001', 'clarity', [['consentv2', { ad_Storage: 'granted', analytics_Storage: 'granted' }]]],
  ['VND-META-001', 'meta', [['consent', 'grant']]],
  ['VND-TIKTOK-001', 'tiktok', [['grantConsent']]],
  ['VND-PIN-001', 'pinterest', [['setconsent', true]]],
  ['VND-MATOMO-001', 'matomo', [['setConsentGiven']]],
  [
    'VND-HS-001',
    'hubspot',
    [['setHubSpotConsent', { analytics: true, advertisement: true, functionality: true }]],
  ],
  [
    'VND-WP-001',
    'wordpress',
    [
      ['functional', 'allow'],
      ['marketing', 'allow'],
      ['preferences', 'allow'],
      ['statistics', 'allow'],
      ['statistics-anonymous', 'allow'],
    ],
  ],
  [
    'VND-SHOPIFY-001',
    'shopify',
    [
      [{ name: 'consent-tracking-api', version: '0.1' }],
      { analytics: true, marketing: true, preferences: true, sale_of_data: true },
    ],
  ],
];

describe('after yes', () => {
  it.each(YES)('%s %s hears it once', async (_, vendor, last) => {
    page = await site.open();
    const before = await queueOf(vendor);
    await press('accept');
    expect((await queueOf(vendor)).slice(before.length)).toEqual(last);
  });

  it.each(YES)('%s %s hears it again on the next page', async (_, vendor, last) => {
    page = await site.open();
    await press('accept');
    await page.reload({ waitUntil: 'load' });
    const queue = await queueOf(vendor);
    // These begin after the stored choice has been read, and hear nothing else before their own commands.
    if (vendor === 'meta' || vendor === 'pinterest') expect(queue[0]).toEqual(last[0]);
    else expect(queue).toEqual(expect.arrayContaining([...last]));
  });
});

describe('after withdrawal', () => {
  it.each([
    ['VND-MSUET-001', 'uet', ['consent', 'update', { ad_storage: 'denied' }]],
    ['VND-META-001', 'meta', [['consent', 'revoke']]],
    ['VND-TIKTOK-001', 'tiktok', [['revokeConsent']]],
    ['VND-PIN-001', 'pinterest', [['setconsent', false]]],
    ['VND-MATOMO-001', 'matomo', [['forgetConsentGiven']]],
    [
      'VND-HS-001',
      'hubspot',
      [
        ['revokeCookieConsent'],
        ['setHubSpotConsent', { analytics: false, advertisement: false, functionality: false }],
      ],
    ],
  ])('%s %s hears it', async (_, vendor, last) => {
    page = await site.open();
    await press('accept');
    const before = await queueOf(vendor);
    await page.evaluate('avowal.withdraw()');
    expect((await queueOf(vendor)).slice(before.length)).toEqual(last);
  });
});

describe('with a purpose of its own', () => {
  it('VND-TIKTOK-001 a list of purposes decides; VND-MATOMO-001 what "covers" says decides', async () => {
    page = await site.open();
    await grant('statistics');
    expect((await queueOf('tiktok')).at(-1)).toEqual(['revokeConsent']);
    expect((await queueOf('matomo')).at(-1)).toEqual(['setConsentGiven']);
    await grant('ads');
    expect((await queueOf('tiktok')).at(-1)).toEqual(['grantConsent']);
    expect((await queueOf('matomo')).at(-1)).toEqual(['forgetConsentGiven']);
  });
});

describe('a vendor that is not configured', () => {
  it('costs nothing: its code is not in the script', async () => {
    const code = /uetq|clarity|fbq|ttq|pintrk|_paq|_hsp|wp_set_consent|Shopify/;
    const scriptOf = (open: Page) => open.evaluate(async () => (await fetch('/_avowal/c/test.js')).text());
    page = await site.open();
    expect(await scriptOf(page)).toMatch(code);
    const plain = await startTestSite();
    try {
      plain.pages['/'] = '<!doctype html><title>Plain</title>{CORE}';
      expect(await scriptOf(await plain.open())).not.toMatch(code);
    } finally {
      await plain.close();
    }
  });
});

describe('Meta in the United States', () => {
  it('VND-META-002 hears of an opt-out as limited data use, before its init', async () => {
    const us = await startTestSite({ regimes: { default: 'us-ca' }, signals: { meta: true } });
    us.pages['/'] =
      `<!doctype html><html lang="en"><head>{CORE}<script>${SNIPPETS}</script></head><body></body></html>`;
    try {
      page = await us.open('/', { gpc: true });
      expect((await queueOf('meta')).slice(0, 3)).toEqual([
        ['dataProcessingOptions', ['LDU'], 0, 0],
        ['consent', 'revoke'],
        ['init', '1'],
      ]);
      await page.context().close();
      page = await us.open('/');
      expect((await queueOf('meta')).slice(0, 3)).toEqual([
        ['dataProcessingOptions', [], 0, 0],
        ['consent', 'grant'],
        ['init', '1'],
      ]);
      await page.evaluate('avowal.rejectAll()');
      expect((await queueOf('meta')).slice(-2)).toEqual([
        ['dataProcessingOptions', ['LDU'], 0, 0],
        ['consent', 'revoke'],
      ]);
    } finally {
      await us.close();
    }
  });
});

describe('Amazon', () => {
  const consent = (word: string) => ({ countryCode: 'DE', enableAdStorage: word, enableUserData: word });

  it('VND-AMZ-001 hears the answer once its consent script is there, before its tag', async () => {
    const shop = await startTestSite({ signals: { amazon: { country: 'DE' } } });
    shop.pages['/'] =
      `<!doctype html><html lang="en"><head>{CORE}</head><body><main>Hello</main></body></html>`;
    /** Stands for amzn-consent.js: it defines the function, and prepares itself after that. */
    const library =
      'window.amznConsent = (c) => told.push([c, ready]); window.told = []; window.ready = true';
    const load = () => page.addScriptTag({ content: library });
    try {
      page = await shop.open('/');
      await load();
      expect(await page.evaluate('told')).toEqual([]);
      await press('accept');
      expect(await page.evaluate('told')).toEqual([[consent('GRANTED'), true]]);
      await page.reload();
      await load();
      expect(await page.evaluate('told')).toEqual([[consent('GRANTED'), true]]);
      await page.evaluate('avowal.withdraw()');
      expect(await page.evaluate('told[1]')).toEqual([consent('DENIED'), true]);
    } finally {
      await shop.close();
    }
  });
});

describe('LinkedIn', () => {
  it('VND-LI-001 has no call for consent: its script is not asked for before it, and is after it', async () => {
    const site = await startTestSite({
      services: [...TEST_CONFIG.services, { id: 'linkedin-insight', purpose: 'ads' }],
    });
    site.pages['/'] =
      '<!doctype html><html lang="en"><head>{CORE}</head><body><main>Hello</main></body></html>';
    site.pages['/in'] = `<!doctype html><html lang="en"><head>{CORE}
      <script>window._linkedin_data_partner_ids=['1'];(function(l){if(!l){window.lintrk=function(a,b){window.lintrk.q.push([a,b])};
      window.lintrk.q=[]}var s=document.getElementsByTagName('script')[0],b=document.createElement('script');b.async=true;
      b.src='https://snap.licdn.com/li.lms-analytics/insight.min.js';s.parentNode.insertBefore(b,s)})(window.lintrk);
      lintrk('track',{conversion_id:1})</script></head><body><main>Hello</main></body></html>`;
    try {
      page = await site.open('/');
      const asked: string[] = [];
      await page.context().route(/licdn|linkedin/, (route) => {
        asked.push(new URL(route.request().url()).host);
        return route.fulfill({ contentType: 'text/javascript', body: 'window.found=lintrk.q.length' });
      });
      await page.goto(`${site.origin}/in`);
      await page.locator('avowal-notice [role=dialog]').waitFor();
      expect(asked).toEqual([]);
      await press('accept');
      await expect.poll(() => page.evaluate('window.found')).toBe(1);
      expect(asked).toEqual(['snap.licdn.com']);
    } finally {
      await site.close();
    }
  });
});
