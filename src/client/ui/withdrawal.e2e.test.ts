import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainPage } from '../testing/plain-page.ts';
import { startTestSite, type TestSite } from '../testing/test-site.ts';

let site: TestSite;
let page: Page;
beforeAll(async () => {
  site = await startTestSite({ notice: { afterWithdrawal: 'reload' } });
  const service = `<script src="http://stats.localhost:${new URL(site.origin).port}/count.js"></script>`;
  site.pages['/'] = plainPage('en', `<h1>Page</h1>${service}`);
  site.pages['/form'] = plainPage('en', `<form><label>Name <input></label></form>${service}`);
});
afterAll(() => site.close());
afterEach(async () => {
  site.submissions.length = 0;
  await page?.context().close();
});

/** Opens a page on which a service runs that needed a yes, and marks this load of it. */
async function openAccepted(path: string): Promise<void> {
  page = await site.open(path);
  await page.locator('avowal-notice [data-avowal-action=accept]').click();
  await page.waitForFunction('window.ran?.includes("count.js")');
  await page.evaluate('window.sameLoad = true');
}
async function withdraw(): Promise<void> {
  await page.locator('avowal-tab button').click();
  await page.locator('avowal-notice [data-avowal-action=withdraw]').click();
}
const isSameLoad = () => page.evaluate(() => 'sameLoad' in window);
const message = (text: string) => page.getByRole('status').getByText(text).waitFor();
const OFFER = 'stops when the page is loaded again';

describe('withdrawal on a site that wants the page loaded again', () => {
  it('WDR-004 says so, does so, and nothing runs that was refused', async () => {
    await openAccepted('/');
    await withdraw();
    await message('The page is loaded again, so that what you refused stops.');
    await page.waitForFunction('!window.sameLoad && window.avowal?.decided');
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(site.submissions.map(({ action }) => action)).toEqual(['accept', 'withdraw']);
  });

  it('WDR-004 only offers it where somebody has begun to fill in a form', async () => {
    await openAccepted('/form');
    await page.getByLabel('Name').fill('Ada');
    await withdraw();
    await message(OFFER);
    await page.waitForTimeout(3_500);
    expect([await isSameLoad(), await page.getByLabel('Name').inputValue()]).toEqual([true, 'Ada']);
  });

  it('WDR-004 only offers it, too, where somebody begins while it is announced', async () => {
    await openAccepted('/form');
    await withdraw();
    await message('The page is loaded again');
    await page.getByLabel('Name').fill('Ada');
    await message(OFFER);
    expect(await isSameLoad()).toBe(true);
  });

  it('loads nothing again where nothing ran', async () => {
    page = await site.open('/');
    await page.evaluate('window.sameLoad = true');
    await page.locator('avowal-notice [data-avowal-action=reject]').click();
    await message('Your choice has been saved.');
    await page.waitForTimeout(3_500);
    expect(await isSameLoad()).toBe(true);
  });

  it('leaves it to a script of the page when to load again what that script has refused', async () => {
    await openAccepted('/');
    await page.evaluate('avowal.withdraw()');
    await page.waitForTimeout(3_500);
    expect(await isSameLoad()).toBe(true);
  });
});
