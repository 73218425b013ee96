import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainPage } from './testing/plain-page.ts';
import { startTestSite, type TestSite } from './testing/test-site.ts';

let site: TestSite;
let page: Page;
afterEach(async () => {
  await page?.context().close();
  await site.close();
});

async function open(regime: 'eu' | 'us-ca'): Promise<void> {
  site = await startTestSite({ regimes: { default: regime } });
  const service = `<script src="http://stats.localhost:${new URL(site.origin).port}/count.js"></script>`;
  site.pages['/'] = plainPage(
    'en',
    `<h1>Page</h1><button data-avowal-action="withdraw">No</button>${service}`,
  );
  site.broken.ui = regime !== 'eu';
  page = await site.open('/');
}

/** Counts what runs on a new view of the page. */
async function ranOnNextView(): Promise<boolean> {
  await page.goto(`${site.origin}/`, { waitUntil: 'load' });
  await page.waitForFunction('window.avowal');
  return page.evaluate(`!!window.ran && avowal.isGranted('stats')`);
}
const granted = () => page.evaluate(`avowal.isGranted('stats')`);

/** Answers the browser's own question that stands in for the preferences; gives back what it says. */
const nextQuestion = (answer: boolean) =>
  new Promise<string>((resolve) => {
    page.once('dialog', async (dialog) => {
      await dialog[answer ? 'accept' : 'dismiss']();
      resolve(dialog.message());
    });
  });

describe('where the program of the notice cannot be loaded, after a yes', () => {
  beforeEach(async () => {
    await open('eu');
    await page.locator('avowal-notice [data-avowal-action=accept]').click();
    await page.waitForFunction('window.ran');
    await expect.poll(() => site.submissions.length).toBe(1);
    site.broken.ui = true;
    await page.goto(`${site.origin}/`);
    await page.locator('avowal-tab button').waitFor();
    expect(await granted()).toBe(true);
  });

  it.each([
    ['a script of the site', () => page.evaluate('avowal.rejectAll()')],
    ['a button of the site', () => page.getByRole('button', { name: 'No' }).click()],
    [
      'the tab',
      async () => {
        const asked = nextQuestion(true);
        await page.locator('avowal-tab button').click();
        expect(await asked).toBe('This could not be loaded. Please try again.\n\nReject all?');
      },
    ],
  ])(
    'WDR-001 %s withdraws all the same, on this page and the next, and the next that has it records it',
    async (_, withdraw) => {
      await withdraw();
      await expect.poll(granted).toBe(false);
      expect(await ranOnNextView()).toBe(false);
      site.broken.ui = false;
      expect(await ranOnNextView()).toBe(false);
      await expect.poll(() => site.submissions.map(({ action }) => action)).toEqual(['accept', 'reject']);
      await page.waitForFunction('avowal.decided');
      expect(await page.locator('avowal-notice [role=dialog]').count()).toBe(0);
      expect(await ranOnNextView()).toBe(false);
    },
  );

  it('the tab says so, and the next click tries again', async () => {
    const asked = nextQuestion(false);
    await page.locator('avowal-tab button').click();
    expect(await asked).toContain('could not be loaded');
    expect(await granted()).toBe(true);
    site.broken.ui = false;
    await page.locator('avowal-tab button').click();
    await page.locator('dialog[open]').waitFor();
  });
});

describe('where it cannot be loaded, under a law that lets visitors opt out', () => {
  it('US-OPT-001 a refusal holds on the next pages too, before any answer could be kept', async () => {
    await open('us-ca');
    expect(await granted()).toBe(true);
    await page.evaluate('avowal.rejectAll()');
    expect(await granted()).toBe(false);
    expect(await ranOnNextView()).toBe(false);
    site.broken.ui = false;
    expect(await ranOnNextView()).toBe(false);
    await expect.poll(() => site.submissions.map(({ action }) => action)).toEqual(['reject']);
  });
});
