import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, TEST_CONFIG, type TestSite } from '../testing/test-site.ts';

let site: TestSite;
let page: Page;
beforeAll(async () => {
  site = await startTestSite({
    services: [
      ...TEST_CONFIG.services,
      {
        id: 'shop',
        name: 'Shop',
        provider: { name: 'Shop', country: 'DE', privacyUrl: 'https://shop.example/privacy' },
        purpose: 'necessary',
        hosts: ['stats.localhost/shop/'],
      },
    ],
  });
});
afterAll(() => site.close());
afterEach(async () => {
  await page?.context().close();
  site.reached.length = 0;
  site.submissions.length = 0;
  for (const key of Object.keys(site.broken)) delete site.broken[key as keyof TestSite['broken']];
});

/** What a page's scripts start on their own, and what it stores. */
const BUSY = `<script>
  const at = (path, host = 'stats') => 'http://' + host + '.localhost:' + location.port + '/' + path;
  const add = (tag, properties) => document.head.append(Object.assign(document.createElement(tag), properties));
  add('script', { src: at('dynamic.js'), id: 'mine', onload: () => { window.heard = true; } });
  add('link', { rel: 'stylesheet', href: at('style.css') });
  new Image().src = at('pixel');
  document.createElement('img').setAttribute('srcset', '/own.png 1x, ' + at('srcset') + ' 2x');
  const x = new XMLHttpRequest(); x.open('GET', at('xhr')); x.onerror = () => { window.xhrFailed = true; }; x.send();
  fetch(at('fetch')).catch(() => { window.fetchFailed = true; });
  navigator.sendBeacon(at('beacon'), 'x');
  document.cookie = '_st.1=x; Path=/';
  document.cookie = 'own=1; Path=/';
  localStorage.setItem('st_list', 'x');
  localStorage.setItem('own', 'x');
  fetch(at('shop/cart'), { mode: 'no-cors' });
  addEventListener('load', () => {
    document.body.insertAdjacentHTML('beforeend', '<iframe src="' + at('frame', 'video') + '" title="A film"></iframe>');
    setTimeout(() => { window.finished = true; }, 300);
  });
</script>`;

const html = (core: string, head = BUSY) =>
  `<!doctype html><html lang="en"><head><title>Page</title>{GUARD}${core}${head}</head><body><main><h1>Page</h1><p id="avowal">Text</p></main></body></html>`;

const finished = () => page.waitForFunction(() => (window as unknown as { finished?: boolean }).finished);
const state = () =>
  page.evaluate(() => ({
    cookies: document.cookie,
    keys: Object.keys(localStorage),
    failed: [
      (window as unknown as { xhrFailed?: boolean }).xhrFailed,
      (window as unknown as { fetchFailed?: boolean }).fetchFailed,
    ],
  }));
const optional = () => site.reached.filter((url) => !url.includes('/shop/'));

describe('while the core is not there', () => {
  it('LAW-BLOCK-001 lets scripts request and store nothing optional, and the site works', async () => {
    site.broken.core = true;
    site.pages['/'] = html('{CORE}');
    page = await site.open();
    await finished();
    expect(optional()).toEqual([]);
    expect(await state()).toEqual({ cookies: 'own=1', keys: ['own'], failed: [true, true] });
    expect(site.reached).toEqual(['stats.localhost/shop/cart']);
    expect(await page.getByRole('heading', { name: 'Page' }).isVisible()).toBe(true);
  });

  it('LAW-BLOCK-002 runs no script that stands in the HTML', async () => {
    site.broken.core = true;
    const at = (path: string) => `http://stats.localhost:${new URL(site.origin).port}/${path}`;
    site.pages['/'] = html(
      '{CORE}',
      `<script src="${at('a.js')}"></script><script async src="${at('b.js')}"></script><script type="module" src="${at('c.js')}"></script>`,
    );
    page = await site.open();
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => (window as unknown as { ran?: string[] }).ran)).toBeUndefined();
  });
});

describe('once the core arrives', () => {
  it.each([
    ['at once', '{CORE}', 0],
    ['after three seconds', '{CORE}', 3_000],
    [
      'after three seconds, without keeping the page waiting',
      '<script async src="/_avowal/c/test.js"></script>',
      3_000,
    ],
  ])('%s, everything is held back until yes and comes back after', async (_, core, delay) => {
    site.broken.coreDelayMs = delay;
    site.pages['/'] = html(core);
    page = await site.open();
    await finished();
    await page.locator('avowal-notice [data-avowal-action=accept]').waitFor();
    expect(optional()).toEqual([]);
    expect(await state()).toEqual({ cookies: 'own=1', keys: ['own'], failed: [true, true] });
    await page.locator('avowal-notice [data-avowal-action=accept]').click();
    await page.waitForFunction(() => (window as unknown as { heard?: boolean }).heard);
    await expect.poll(() => site.reached).toContain('video.localhost/frame');
    expect(site.reached).toContain('stats.localhost/dynamic.js');
    // The guard knows no choice: where it does not keep the page waiting, calls before the core arrives fail on every page.
    if (core !== '{CORE}') return;
    await page.reload();
    await finished();
    expect(await state()).toMatchObject({
      cookies: expect.stringContaining('_st.1'),
      failed: [undefined, undefined],
    });
  });

  it('LAW-BLOCK-004 nothing optional comes after a refusal, now or later', async () => {
    site.pages['/'] = html('<script async src="/_avowal/c/test.js"></script>');
    page = await site.open();
    await page.locator('avowal-notice [data-avowal-action=reject]').click();
    await page.reload();
    await finished();
    expect(optional()).toEqual([]);
  });
});
