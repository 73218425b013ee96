import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from './testing/test-site.ts';

/** What a page did to the vendors' names before the core came. */
const BAD: Readonly<Record<string, string>> = {
  'a frozen dataLayer': 'window.dataLayer = Object.freeze([])',
  'a dataLayer that is no list': 'window.dataLayer = "x"',
  'a gtag that is no function': 'window.gtag = 1',
  'a clarity that throws': 'window.clarity = function () { throw new Error("clarity") }',
  'a list whose push throws': 'window._paq = { push: function () { throw new Error("_paq") } }',
  'a ttq that is a number': 'window.ttq = 7',
  'a pixel whose name cannot be touched':
    'Object.defineProperty(window, "fbq", { value: function () {}, writable: false })',
  'a pixel that throws':
    'window.fbq = function () { throw new Error("fbq") }; fbq.queue = []; window.callsIt = true',
};

let site: TestSite;
let page: Page;

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
});
afterEach(() => page.context().close());
afterAll(() => site.close());

describe.each(Object.entries(BAD))('in a page with %s', (_, script) => {
  it('VND-HS-001 VND-MSUET-001 the other vendors hear what the visitor says, and the page works', async () => {
    site.pages['/'] = `<!doctype html><html lang="en"><head><script>${script}</script>{CORE}
      <script>window.reached = true; if (window.callsIt) { try { fbq('init', '1') } catch (e) { window.own = e.message } }</script>
      </head><body><main>Hello</main></body></html>`;
    const errors: string[] = [];
    page = await site.open('/');
    page.on('pageerror', (error) => errors.push(error.message));
    await page.locator('avowal-notice [data-avowal-action="accept"]').first().click();
    await expect.poll(() => page.evaluate('avowal.choice.purposes.ads')).toBe('granted');
    expect(await page.evaluate('uetq')).toEqual([
      'consent',
      'default',
      { ad_storage: 'denied' },
      'consent',
      'update',
      { ad_storage: 'granted' },
    ]);
    expect(await page.evaluate('_hsp.length')).toBe(2);
    expect(await page.evaluate('reached')).toBe(true);
    // What a page's own function throws it throws where the page calls it, and nowhere else.
    expect(await page.evaluate('window.own')).toBe(script.includes('callsIt') ? 'fbq' : undefined);
    expect(errors).toEqual([]);
  });
});
