import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from './testing/test-site.ts';

/** Puts a loader script where the vendors' snippets put theirs. */
const insert = (file: string) =>
  `var t=document.createElement('script');t.async=!0;t.src='{ADS}/${file}';` +
  `var s=document.getElementsByTagName('script')[0];s.parentNode.insertBefore(t,s);`;

interface Vendor {
  readonly rule: string;
  /** The vendor's base code in the shape that it publishes, with the page's first calls. */
  readonly snippet: string;
  /** What other code of the page calls while the script waits. */
  readonly call: string;
  /** The file that the snippet loads. */
  readonly file: string;
  /** Where the script finds what was called. */
  readonly queue: string;
  /** What it finds. */
  readonly found: readonly unknown[];
  /** What it finds where the snippet itself was marked; the same unless said. */
  readonly foundMarked?: readonly unknown[];
}

const denied = { ad_storage: 'denied' };
const granted = { ad_storage: 'granted' };

const VENDORS: Readonly<Record<string, Vendor>> = {
  google: {
    rule: 'GCM-001',
    snippet: `window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}
      gtag('js',1);gtag('config','G-1');${insert('gtag.js')}`,
    call: `gtag('event','sign_up')`,
    file: 'gtag.js',
    queue: 'dataLayer.filter(function(e){return !e.event})',
    found: [
      ['consent', 'default', expect.objectContaining(denied)],
      ['js', 1],
      ['config', 'G-1'],
      ['event', 'sign_up'],
      ['consent', 'update', expect.objectContaining(granted)],
    ],
    foundMarked: [
      ['consent', 'default', expect.objectContaining(denied)],
      ['consent', 'update', expect.objectContaining(granted)],
      ['js', 1],
      ['config', 'G-1'],
      ['event', 'sign_up'],
    ],
  },
  meta: {
    rule: 'VND-META-001',
    snippet: `!function(f,n){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};
      if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];${insert('fbevents.js')}}(window);
      fbq('init','1');fbq('track','PageView')`,
    call: `fbq('track','AddToCart')`,
    file: 'fbevents.js',
    queue: 'fbq.queue',
    found: [
      ['consent', 'revoke'],
      ['init', '1'],
      ['track', 'PageView'],
      ['track', 'AddToCart'],
      ['consent', 'grant'],
    ],
    foundMarked: [
      ['consent', 'grant'],
      ['init', '1'],
      ['track', 'PageView'],
      ['track', 'AddToCart'],
    ],
  },
  pinterest: {
    rule: 'VND-PIN-001',
    snippet: `!function(){if(!window.pintrk){window.pintrk=function(){window.pintrk.queue.push(Array.prototype.slice.call(arguments))};
      var n=window.pintrk;n.queue=[],n.version='3.0';${insert('pinimg.js')}}}();pintrk('load','1');pintrk('page')`,
    call: `pintrk('track','checkout')`,
    file: 'pinimg.js',
    queue: 'pintrk.queue',
    found: [['setconsent', false], ['load', '1'], ['page'], ['track', 'checkout'], ['setconsent', true]],
    foundMarked: [['setconsent', true], ['load', '1'], ['page'], ['track', 'checkout']],
  },
  tiktok: {
    rule: 'VND-TIKTOK-001',
    snippet: `!function(w,t){w.TiktokAnalyticsObject=t;var ttq=w[t]=w[t]||[];
      ttq.methods=['page','track','identify','holdConsent','revokeConsent','grantConsent'];
      ttq.setAndDefer=function(t,e){t[e]=function(){t.push([e].concat(Array.prototype.slice.call(arguments,0)))}};
      for(var i=0;i<ttq.methods.length;i++)ttq.setAndDefer(ttq,ttq.methods[i]);
      ttq.load=function(){${insert('events.js')}};ttq.load('1');ttq.page()}(window,'ttq')`,
    call: `ttq.track('Subscribe')`,
    file: 'events.js',
    queue: 'ttq',
    found: [['holdConsent'], ['page'], ['track', 'Subscribe'], ['grantConsent']],
    foundMarked: [['holdConsent'], ['track', 'Subscribe'], ['grantConsent'], ['page']],
  },
  'microsoft-uet': {
    rule: 'VND-MSUET-001',
    snippet: `(function(w,d,t,u){var f,n,i;w[u]=w[u]||[],f=function(){var o={ti:'1'};o.q=w[u],w[u]=new UET(o),w[u].push('pageLoad')},
      n=d.createElement(t),n.src='{ADS}/bat.js',n.async=1,n.onload=n.onreadystatechange=function(){var s=this.readyState;
      s&&s!=='loaded'&&s!=='complete'||(f(),n.onload=n.onreadystatechange=null)},
      i=d.getElementsByTagName(t)[0],i.parentNode.insertBefore(n,i)})(window,document,'script','uetq')`,
    call: `uetq.push('event','signup',{})`,
    file: 'bat.js',
    queue: 'uetq.q',
    found: ['consent', 'default', denied, 'event', 'signup', {}, 'consent', 'update', granted],
  },
  'microsoft-clarity': {
    rule: 'VND-CLARITY-001',
    snippet: `(function(c,a){c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};${insert('clarity.js')}})(window,'clarity')`,
    call: `clarity('set','key','value')`,
    file: 'clarity.js',
    queue: 'clarity.q',
    found: [
      ['consentv2', { ad_Storage: 'denied', analytics_Storage: 'denied' }],
      ['set', 'key', 'value'],
      ['consentv2', { ad_Storage: 'granted', analytics_Storage: 'granted' }],
    ],
  },
  matomo: {
    rule: 'VND-MATOMO-001',
    snippet: `var _paq=window._paq=window._paq||[];_paq.push(['trackPageView']);(function(){${insert('matomo.js')}})()`,
    call: `_paq.push(['trackEvent','a','b'])`,
    file: 'matomo.js',
    queue: '_paq',
    found: [['requireConsent'], ['trackPageView'], ['trackEvent', 'a', 'b'], ['setConsentGiven']],
    foundMarked: [['requireConsent'], ['trackEvent', 'a', 'b'], ['setConsentGiven'], ['trackPageView']],
  },
  hubspot: {
    rule: 'VND-HS-001',
    snippet: `(function(){${insert('hs-scripts.js')}})()`,
    call: `_hsp.push(['showBanner'])`,
    file: 'hs-scripts.js',
    queue: '_hsp',
    found: [
      ['setHubSpotConsent', { analytics: false, advertisement: false, functionality: false }],
      ['showBanner'],
      ['setHubSpotConsent', { analytics: true, advertisement: true, functionality: true }],
    ],
  },
  'data-layer': {
    rule: 'GCM-002',
    snippet: `window.dataLayer=window.dataLayer||[];dataLayer.push({event:'gtm.js'});${insert('gtm.js')}`,
    call: `dataLayer.push({event:'signup'})`,
    file: 'gtm.js',
    queue: 'dataLayer.filter(function(e){return e.event})',
    found: [
      { event: 'gtm.js' },
      { event: 'signup' },
      {
        event: 'avowal_choice',
        avowal: {
          purposes: { necessary: 'granted', media: 'granted', statistics: 'granted', ads: 'granted' },
        },
      },
    ],
    foundMarked: [
      { event: 'signup' },
      {
        event: 'avowal_choice',
        avowal: {
          purposes: { necessary: 'granted', media: 'granted', statistics: 'granted', ads: 'granted' },
        },
      },
      { event: 'gtm.js' },
    ],
  },
};

let site: TestSite;
let page: Page;
let errors: string[];

beforeAll(async () => {
  site = await startTestSite({
    signals: {
      'data-layer': true,
      hubspot: true,
      matomo: true,
      meta: true,
      'microsoft-clarity': true,
      'microsoft-uet': true,
      pinterest: true,
      tiktok: true,
    },
  });
  for (const [id, { snippet, call }] of Object.entries(VENDORS)) {
    for (const [kind, mark] of [
      ['plain', ''],
      ['marked', ' type="text/plain" data-avowal="ads"'],
    ]) {
      site.pages[`/${id}-${kind}`] = `<!doctype html><html lang="en"><head>{CORE}
        <script>window.UET=function(o){this.q=o.q.slice();this.push=function(){}}</script>
        <script${mark}>${snippet.replaceAll('{ADS}', site.origin.replace('site.', 'ads.'))}</script>
        <script>try{${call}}catch(e){window.failed=String(e)}</script></head><body><main>Hello</main></body></html>`;
    }
  }
});
afterEach(() => page.context().close());
afterAll(() => site.close());

/** What the vendor's script finds in its queue, `arguments` objects as arrays. */
const queueOf = (expression: string): Promise<unknown[]> =>
  page.evaluate(
    `Array.from(${expression}, (e) => Object.prototype.toString.call(e) === '[object Arguments]' ? [...e] : e)`,
  );

const open = async (path: string) => {
  site.reached.length = 0;
  page = await site.open(path);
  errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.locator('avowal-notice [role=dialog]').waitFor();
};

const accept = async (file: string) => {
  await page.locator('avowal-notice [data-avowal-action="accept"]').first().click();
  await expect.poll(() => page.evaluate(`(window.ran ?? []).join()`)).toBe(file);
  // What was kept for the vendor follows in a task of its own.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
};

describe.each(Object.entries(VENDORS))('%s', (id, { rule, file, queue, found, foundMarked = found }) => {
  it(`${rule} its script waits, and finds on yes what the page called meanwhile`, async () => {
    await open(`/${id}-plain`);
    expect(site.reached).toEqual([]);
    expect(await page.evaluate('window.failed')).toBeUndefined();
    await accept(file);
    expect(site.reached).toEqual([`ads.localhost/${file}`]);
    expect(await queueOf(queue)).toEqual(found);
    expect(errors).toEqual([]);
  });

  it(`${rule} a marked snippet waits; calls that the page makes meanwhile do not fail, and are handed over`, async () => {
    await open(`/${id}-marked`);
    expect(site.reached).toEqual([]);
    expect(await page.evaluate('window.failed')).toBeUndefined();
    await accept(file);
    expect(site.reached).toEqual([`ads.localhost/${file}`]);
    expect(await queueOf(queue)).toEqual(foundMarked);
    expect(errors).toEqual([]);
  });

  it(`${rule} hands nothing over on no`, async () => {
    await open(`/${id}-marked`);
    await page.locator('avowal-notice [data-avowal-action="reject"]').first().click();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(site.reached).toEqual([]);
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });
});
