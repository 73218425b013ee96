import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainPage } from '../testing/plain-page.ts';
import { startTestSite, type TestSite } from '../testing/test-site.ts';

let site: TestSite;
let page: Page;
beforeAll(async () => {
  site = await startTestSite();
  site.pages['/empty'] =
    '<!doctype html><html lang="en"><head><title>Empty</title>{CORE}</head><body></body></html>';
  site.pages['/'] = plainPage('en', '<p>Page</p>');
  site.pages['/skip'] =
    '<!doctype html><html lang="en"><head><title>Skip</title>{CORE}</head><body><a href="#main">Skip</a><main id="main">Page</main></body></html>';
});
afterAll(() => site.close());
afterEach(() => page?.context().close());

/** Opens a page, and lets the notice's program come only when the page has been read to its end. */
async function openLate(path: string): Promise<void> {
  page = await site.open('/none');
  await page.route('**/ui.*', async (route) => {
    await page.waitForFunction('document.readyState !== "loading"');
    await route.continue();
  });
  await page.goto(`${site.origin}${path}`, { waitUntil: 'commit' });
  await page.locator('avowal-notice [role=dialog]').waitFor();
}

describe('a notice that comes after the page has been read', () => {
  it('appears on a page with an empty body', async () => {
    await openLate('/empty');
    expect(await page.evaluate(() => document.body.firstElementChild?.localName)).toBe('avowal-notice');
  });

  it.each([
    ['/', ['avowal-notice', 'main']],
    ['/skip', ['a', 'avowal-notice', 'main']],
  ])('A11Y-007 stands first, after nothing but a skip link: %s', async (path, order) => {
    await openLate(path);
    expect(await page.evaluate(() => [...document.body.children].map(({ localName }) => localName))).toEqual(
      order,
    );
  });
});
