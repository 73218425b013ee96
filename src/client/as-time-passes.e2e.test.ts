import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainPage } from './testing/plain-page.ts';
import { startTestSite, type TestSite } from './testing/test-site.ts';

let page: Page;
afterEach(() => page?.context().close());

const notice = () => page.locator('avowal-notice [role=dialog]');
const press = (action: string) =>
  page.locator(`avowal-notice [data-avowal-action=${action}]`).first().click();

/** The page loaded anew on another day; what the browser keeps stays. */
async function loadOn(date: string) {
  await page.clock.setFixedTime(date);
  await page.reload();
  await page.waitForFunction('window.avowal');
}

/** Whether the page asks: it shows the notice, or else the tab that opens the preferences. */
async function asks() {
  await page.locator('avowal-notice [role=dialog], avowal-tab button').first().waitFor();
  return (await notice().count()) > 0;
}

async function start(change: Parameters<typeof startTestSite>[0] = {}): Promise<TestSite> {
  const site = await startTestSite(change);
  site.pages['/'] = plainPage();
  return site;
}

describe('where consent is asked for', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await start();
  });
  afterAll(() => site.close());

  it('LAW-L1-006 A11Y-011 an hour without an answer takes no notice away and decides nothing', async () => {
    page = await site.open('/');
    await page.clock.install();
    await page.reload();
    await notice().waitFor();
    await page.clock.fastForward('01:00:00');
    expect(await asks()).toBe(true);
    expect(await page.evaluate('[document.cookie, avowal.decided]')).toEqual(['', false]);
    expect(site.submissions).toEqual([]);
  });

  it.each(['accept', 'reject'])(
    'LAW-STO-002 LAW-STO-003 asks again six calendar months after "%s", and not before',
    async (answer) => {
      page = await site.open('/');
      await loadOn('2026-08-31T12:00:00Z');
      await press(answer);
      await loadOn('2027-02-27T12:00:00Z');
      expect(await asks()).toBe(false);
      await loadOn('2027-03-01T12:00:00Z');
      await notice().waitFor();
      expect(await page.evaluate(`avowal.isGranted('statistics')`)).toBe(false);
    },
  );
});

describe('in California', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await start({ regimes: { default: 'us-ca' } });
  });
  afterAll(() => site.close());

  it.each([
    ['an opt-out', false],
    ['Global Privacy Control', true],
  ])('LAW-STO-005 nobody is asked to opt in within twelve months of %s', async (_, gpc) => {
    page = await site.open('/', { gpc });
    await loadOn('2026-08-31T12:00:00Z');
    if (!gpc) await press('reject');
    await expect.poll(() => page.evaluate('avowal.decided')).toBe(true);
    for (const date of ['2026-09-01T12:00:00Z', '2027-08-30T12:00:00Z']) {
      await loadOn(date);
      expect(await asks()).toBe(false);
      expect(await page.evaluate(`avowal.isGranted('ads')`)).toBe(false);
    }
  });
});
