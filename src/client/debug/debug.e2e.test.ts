import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from '../testing/test-site.ts';

let site: TestSite;
let page: Page;

const address = (host: string, path: string) => `${site.origin.replace('site.', `${host}.`)}/${path}`;

/** A page whose script asks two services for something and stores what one of them would. */
const html = (head = '', before = '') => `<!doctype html><html lang="en"><head><title>Shop</title>
  <meta name="viewport" content="width=device-width">${before}{CORE}<script>
  for (const src of ['${address('ads', 'pixel.js?visitor=7')}', '${address('stats', 'count.js')}'])
    document.head.append(Object.assign(document.createElement('script'), { src }));
  document.cookie = '_st.1=1';
  dataLayer.push({ event: 'gtm.js' });
  </script>${head}</head><body><main><h1>Shop</h1></main></body></html>`;

beforeAll(async () => {
  site = await startTestSite({ signals: { 'microsoft-uet': true, 'data-layer': true } });
});
beforeEach(() => {
  site.reached.length = 0;
});
afterEach(() => page?.context().close());
afterAll(() => site.close());

const open = async (
  path = '/?avowal-debug',
  content = html(),
  options: Parameters<TestSite['open']>[1] = {},
) => {
  site.pages['/'] = content;
  page = await site.open(path, options);
  await page.locator('avowal-notice [role=dialog]').waitFor();
};
const monitor = () => page.locator('avowal-debug [popover]');
const verdict = () => page.locator('avowal-debug output').textContent();
/** The lines of a list: 0 = checks, 1 = timeline. */
const lines = (list: number) => page.locator('avowal-debug ol').nth(list).locator('li').allTextContents();
const press = (action: string) =>
  page.locator(`avowal-notice [data-avowal-action="${action}"]`).first().click();
const isLoaded = () =>
  page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/debug.')));

describe('the order monitor', () => {
  it('comes by the address or by avowal.debug(), once, and is not downloaded otherwise', async () => {
    await open('/');
    expect(await isLoaded()).toBe(false);
    await page.evaluate('avowal.debug()');
    await page.evaluate('avowal.debug()');
    await monitor().waitFor();
    expect(await page.locator('avowal-debug').count()).toBe(1);
    await monitor().getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('avowal-debug').count()).toBe(0);
    await page.context().close();
    await open();
    await monitor().waitFor();
  });

  it('LAW-BLOCK-001 changes nothing about what is held back: before an answer, after a no, after a yes', async () => {
    await open();
    await monitor().waitFor();
    await page.waitForTimeout(300);
    expect(site.reached).toEqual([]);
    expect(await page.evaluate('document.cookie')).toBe('');
    await press('reject');
    await page.reload();
    await monitor().waitFor();
    await page.waitForTimeout(300);
    expect(site.reached).toEqual([]);
    await page.evaluate('avowal.acceptAll()');
    await expect
      .poll(() => site.reached.toSorted())
      .toEqual(['ads.localhost/pixel.js', 'stats.localhost/count.js']);
  });

  it('shows as it happens what was told, held back, decided and asked for, and why', async () => {
    await open();
    await monitor().waitFor();
    const before = await lines(1);
    const find = (part: string, list = before) => list.find((line) => line.includes(part)) ?? '';
    expect(find('start')).toContain('statistics');
    expect(find('google')).toContain('ad_storage');
    expect(find('microsoft-uet')).toContain('consent default ad_storage = denied');
    expect(find('pixel.js')).toMatch(/^Ads.*held back$/);
    expect(find('count.js')).toMatch(/^Stats.*held back$/);
    expect(find('_st.1')).toMatch(/held back$/);
    await press('accept');
    await expect
      .poll(async () => (await lines(1)).filter((line) => /granted: (ads|statistics)$/.test(line)).length)
      .toBe(2);
    expect(find('accept', await lines(1))).toContain('counts from here on');
    expect(find('avowal_choice', await lines(1))).toContain('data-layer');
  });

  it('GCM-001 GCM-008 finds the order of a page that does nothing wrong in order', async () => {
    await open();
    await monitor().waitFor();
    await expect.poll(verdict).toBe('In order');
    await press('accept');
    await page.evaluate('avowal.withdraw()');
    await expect
      .poll(async () => (await lines(0)).join())
      .toContain('google: one update for each decisionupdates: 1, 1');
    expect(await verdict()).toBe('In order');
  });

  it('GCM-001 finds a second default that another script sets', async () => {
    await open(
      '/?avowal-debug',
      html(`<script>gtag('consent', 'default', { ad_storage: 'granted' })</script>`),
    );
    await expect.poll(verdict).toBe('1 failed');
    expect((await lines(0)).join()).toContain('google: exactly one default2 in dataLayer');
  });

  it('LAW-BLOCK-001 finds what got past: a request of a denied service', async () => {
    await open(
      '/?avowal-debug',
      html(
        `<script>native('${address('ads', 'leak')}', { mode: 'no-cors' })</script>`,
        '<script>native = fetch</script>',
      ),
    );
    await expect.poll(verdict).toBe('1 failed');
    expect((await lines(0))[0]).toBe('Nothing denied was requestedAds');
    expect((await lines(1)).find((line) => line.includes('/leak'))).toMatch(/denied: ads$/);
  });

  it('takes an embed that the visitor let through once for what it is', async () => {
    site.pages['/'] = `<!doctype html><html lang="en"><head><title>Film</title>{CORE}</head><body><main>
      <iframe title="Film" src="${address('video', 'clip')}" width="400" height="300"></iframe></main></body></html>`;
    page = await site.open('/?avowal-debug');
    await page.locator('avowal-placeholder [data-avowal-action="once"]').click();
    await expect
      .poll(async () => (await lines(1)).find((line) => line.includes('/clip')))
      .toMatch(/shown once/);
    expect((await lines(0))[0]).toMatch(/^Nothing denied was requested\d+ requests$/);
  });

  it('asks for a look at a host that nobody asked about, and shows the requests of the site itself on request', async () => {
    await open(
      '/?avowal-debug',
      html(`<script src="${address('cdn', 'lib.js')}"></script><script src="/own.js"></script>`),
    );
    await expect.poll(verdict).toBe('1 to review');
    expect((await lines(1)).join()).not.toContain('/own.js');
    await monitor().getByRole('checkbox').check();
    expect((await lines(1)).join()).toContain('/own.js');
  });

  it('gives everything as JSON, without the query of any address', async () => {
    await open('/?avowal-debug=1&token=secret');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await monitor().getByRole('button', { name: 'Copy as JSON' }).click();
    await monitor().getByText('Copied').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).not.toMatch(/secret/);
    const report = JSON.parse(text);
    expect(report).toMatchObject({
      page: `${site.origin}/`,
      regime: { id: 'eu' },
      choice: { purposes: { ads: 'denied' } },
    });
    expect(report.checks.map((check: { verdict: string }) => check.verdict)).not.toContain('fail');
    expect(report.timeline.length).toBeGreaterThan(4);
  });

  it('shows what a page names as text, never as markup', async () => {
    await open(
      '/?avowal-debug',
      html(`<script>dataLayer.push(7, null, '<img src=x onerror=window.hacked=1>');
      fetch('${address('ads', '<img src=x onerror=window.hacked=1>')}').catch(() => {});
      document.cookie = '_st.<img src=x onerror=window.hacked=1>=1'</script>`),
    );
    await monitor().waitFor();
    expect((await lines(1)).join()).toContain('<img src=x');
    await page.waitForTimeout(200);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('avowal-debug img').count()).toBe(0);
  });

  it('works under a strict content security policy with trusted types, without a report', async () => {
    site.pages['/strict'] = `<!doctype html><html lang="en"><head><title>Strict</title>
      <meta http-equiv="Content-Security-Policy" content="script-src 'nonce-n' 'strict-dynamic'; style-src 'nonce-n'; require-trusted-types-for 'script'; object-src 'none'; base-uri 'none'">
      <script nonce="n">window.reports = []; document.addEventListener('securitypolicyviolation', (e) => reports.push(e.violatedDirective))</script>
      <script nonce="n" src="/_avowal/c/test.js"></script></head><body><main><h1>Strict</h1></main></body></html>`;
    page = await site.open('/strict?avowal-debug');
    await monitor().waitFor();
    expect(await verdict()).toBe('In order');
    expect(await page.evaluate('reports')).toEqual([]);
  });

  it.each(
    ['light', 'dark'].flatMap((scheme) =>
      [390, 1280].map((width) => ({ scheme: scheme as 'light' | 'dark', width })),
    ),
  )(
    'A11Y-001 has no axe violation, and leaves the notice in reach: $scheme, $width px',
    async ({ scheme, width }) => {
      await open('/?avowal-debug', html(`<script src="${address('cdn', 'lib.js')}"></script>`), {
        colorScheme: scheme,
        viewport: { width, height: 844 },
      });
      await monitor().waitFor();
      const { violations } = await new AxeBuilder({ page }).include('avowal-debug').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
      await monitor().locator('summary').click();
      await press('accept');
      await expect.poll(() => page.evaluate('avowal.decided')).toBe(true);
    },
  );
});
