import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from './testing/test-site.ts';

const POLICY =
  "script-src 'nonce-n' 'strict-dynamic'; style-src 'nonce-n'; require-trusted-types-for 'script'; object-src 'none'; base-uri 'none'";

/** A page under the strictest policy that keeps what its browser reports. */
const html = (body: string) => `<!doctype html><html lang="en"><head>
  <meta http-equiv="Content-Security-Policy" content="${POLICY}">
  <script nonce="n">
    window.reports = [];
    document.addEventListener('securitypolicyviolation', (e) => reports.push(e.violatedDirective + ' ' + e.sample));
  </script>
  <script nonce="n" src="/_avowal/c/test.js"></script>
  </head><body><main>${body}</main></body></html>`;

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await startTestSite();
});
afterEach(() => page.context().close());
afterAll(() => site.close());

const press = (action: string) =>
  page.locator(`avowal-notice [data-avowal-action="${action}"]`).first().click();
const reports = () => page.evaluate('reports');
const host = (name: string) => `${site.origin.replace('site.', `${name}.`)}`;

describe("under script-src 'nonce-…' 'strict-dynamic' and trusted types", () => {
  it('shows the notice, the preferences and a placeholder, and gives everything back, without a report', async () => {
    site.pages['/'] = html(`
      <script nonce="n" type="text/plain" data-avowal="stats" data-avowal-src="${host('stats')}/count.js"></script>
      <script nonce="n" type="text/plain" data-avowal="stats">(window.ran ??= []).push('inline')</script>
      <iframe data-avowal="video" data-avowal-src="${host('video')}/clip" width="300" height="200"></iframe>`);
    page = await site.open();
    await page.locator('avowal-placeholder [data-avowal-action="once"]').waitFor();
    await press('settings');
    await press('save');
    await page.evaluate('avowal.acceptAll()');
    await expect.poll(() => page.evaluate('window.ran')).toEqual(['count.js', 'inline']);
    await expect.poll(() => site.reached.some((url) => url.endsWith('/clip'))).toBe(true);
    expect(await reports()).toEqual([]);
  });

  it('runs no script that stands in the markup without the nonce, and those that scripts of the page made', async () => {
    site.pages['/'] = html(`
      <script type="text/plain" data-avowal="stats" data-avowal-src="${host('stats')}/injected.js"></script>
      <script type="text/plain" data-avowal="stats">(window.ran ??= []).push('injected inline')</script>
      <script nonce="n">
        const made = document.createElement('script');
        made.src = '${host('stats')}/made.js';
        document.head.append(made);
      </script>`);
    page = await site.open();
    await press('accept');
    await expect.poll(() => page.evaluate('window.ran')).toEqual(['made.js']);
    await page.waitForTimeout(200);
    expect(site.reached.filter((url) => url.includes('injected'))).toEqual([]);
    expect(await page.evaluate('window.ran')).toEqual(['made.js']);
    expect(await reports()).toEqual([]);
  });

  it('holds back what trusted HTML would load, and passes other trusted HTML through unchanged', async () => {
    site.pages['/'] = html('');
    page = await site.open();
    const markup = await page.evaluate((address) => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: {
          createPolicy(name: string, rules: object): { createHTML(html: string): string };
        };
      };
      const policy = trustedTypes.createPolicy('page', { createHTML: (text: string) => text });
      const main = document.querySelector('main') as HTMLElement;
      main.innerHTML = policy.createHTML('<b>plain</b>');
      const plain = main.innerHTML;
      main.innerHTML = policy.createHTML(`<img src="${address}/pixel.gif">`);
      return [plain, main.innerHTML];
    }, host('ads'));
    expect(markup[0]).toBe('<b>plain</b>');
    expect(markup[1]).toMatch(/data-avowal="ads"/);
    expect(site.reached.filter((url) => url.includes('pixel'))).toEqual([]);
    expect(await reports()).toEqual([]);
  });

  it('opens no way around trusted types: text that is not trusted is refused as without the runtime', async () => {
    site.pages['/'] = html('');
    page = await site.open();
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>text</b>';
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    });
    expect(refused).toBe(true);
  });
});
