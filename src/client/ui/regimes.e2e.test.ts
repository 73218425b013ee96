import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { plainPage } from '../testing/plain-page.ts';
import { startTestSite, TEST_CONFIG, type TestSite } from '../testing/test-site.ts';

let page: Page;
afterEach(() => page?.context().close());

async function start(change: Parameters<typeof startTestSite>[0]): Promise<TestSite> {
  const site = await startTestSite(change);
  onTestFinished(() => site.close());
  site.pages['/'] = plainPage();
  return site;
}
const inCalifornia = { regimes: { default: 'us-ca' } };
const notice = () => page.locator('avowal-notice [role=dialog]');
const press = (action: string) => page.locator(`avowal-notice [data-avowal-action=${action}]`).last().click();

describe('where the law lets everything run until it is refused', () => {
  it('US-DEF-001 the notice says so, and how to refuse', async () => {
    const site = await start({ regimes: { default: 'us' } });
    page = await site.open();
    expect(await notice().innerText()).toContain('You can refuse at any time.');
    await press('settings');
    expect(await page.getByRole('switch', { name: 'Statistics' }).isChecked()).toBe(true);
  });

  it('US-SYM-001 refusing takes one press, as accepting does, and nothing asks to decide later', async () => {
    const site = await start(inCalifornia);
    page = await site.open();
    const labels = await notice()
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset.avowalAction));
    expect(labels).toEqual(['why', 'opt-out', 'accept', 'reject', 'settings']);
    await press('reject');
    expect(await notice().count()).toBe(0);
    await expect.poll(() => site.submissions).toMatchObject([{ action: 'reject' }]);
  });

  it('US-OPT-001 "Do not sell or share" stands in the notice, on every page after it, and in the form that it opens', async () => {
    const site = await start(inCalifornia);
    page = await site.open();
    await page.getByRole('button', { name: 'Do not sell or share my personal information' }).click();
    await expect
      .poll(() => site.submissions)
      .toMatchObject([
        { action: 'reject', purposes: { media: 'denied', statistics: 'denied', ads: 'denied' } },
      ]);
    await page.reload();
    await page.getByRole('button', { name: 'Do not sell or share my personal information' }).click();
    await page.locator('dialog[open]').waitFor();
    expect(await page.locator('dialog [data-avowal-action=opt-out]').count()).toBe(1);
  });

  it('US-GPC-002 shows that the signal was honoured: at once, and later in the preferences beside every switch that is off', async () => {
    const site = await start(inCalifornia);
    page = await site.open('/', { gpc: true });
    await page.getByText('It has been honoured.').waitFor();
    expect(await notice().count()).toBe(0);
    await page.reload();
    await page.locator('avowal-tab button').click();
    await page.getByRole('note').getByText('It has been honoured.').waitFor();
    const opted = page.locator('dialog').getByText('Switched off by the signal of your browser');
    await expect.poll(() => opted.filter({ visible: true }).count()).toBe(3);
    expect(await page.getByRole('switch', { checked: true }).count()).toBe(0);
    await page.getByRole('switch', { name: 'Media' }).check();
    expect(await opted.filter({ visible: true }).count()).toBe(2);
  });

  it('US-GPC-007 in opt-in regimes the signal says nothing, and the notice asks', async () => {
    const site = await start({});
    page = await site.open('/', { gpc: true });
    await notice().waitFor();
    await press('settings');
    expect(await page.getByText('Switched off by the signal').count()).toBe(0);
    expect(await page.locator('[data-avowal-action=opt-out]').count()).toBe(0);
  });
});

describe('when a purpose has changed since the visitor answered', () => {
  const changed = {
    purposes: TEST_CONFIG.purposes.map((purpose) =>
      purpose.id === 'ads' ? { ...purpose, description: 'Ads, and from now on profiles.' } : purpose,
    ),
  };

  /** Answers on the site as it was, and comes back with the same cookie to the site as it is. */
  async function comeBack(first: (page: Page) => Promise<unknown>): Promise<TestSite> {
    const before = await start({});
    page = await before.open();
    await first(page);
    await expect.poll(() => page.evaluate('avowal.decided')).toBe(true);
    const cookies = await page.context().cookies();
    await page.context().close();
    const after = await start(changed);
    page = await after.open();
    await page.context().addCookies(cookies);
    await page.reload();
    await notice().waitFor();
    return after;
  }

  it('LAW-STO-010 the notice names it alone, and accepting it keeps the refusals that there are', async () => {
    const site = await comeBack(() => press('reject'));
    const text = await notice().innerText();
    expect(text).toContain('Since you last decided, this has changed: Advertising.');
    expect(text).not.toContain('Statistics');
    await press('accept');
    await expect
      .poll(() => site.submissions)
      .toMatchObject([
        {
          action: 'save',
          layer: 'changes',
          purposes: { media: 'denied', statistics: 'denied', ads: 'granted' },
        },
      ]);
  });

  it('LAW-STO-010 refusing it keeps the agreements that there are', async () => {
    const site = await comeBack(() => press('accept'));
    await press('reject');
    await expect
      .poll(() => site.submissions)
      .toMatchObject([
        { action: 'save', purposes: { media: 'granted', statistics: 'granted', ads: 'denied' } },
      ]);
  });

  it('LAW-STO-010 keeps the answer to a single service too', async () => {
    const site = await comeBack((first) =>
      first.evaluate(
        `avowal.set({ purposes: { media: 'denied', statistics: 'denied', ads: 'denied' }, services: { video: 'granted' } })`,
      ),
    );
    await press('reject');
    await expect.poll(() => site.submissions).toMatchObject([{ services: { video: 'granted' } }]);
  });

  it('WDR-003 the preferences show the other answers as they are', async () => {
    await comeBack(() => press('accept'));
    await press('settings');
    expect(await page.getByRole('switch', { name: 'Statistics' }).isChecked()).toBe(true);
    expect(await page.getByRole('switch', { name: 'Advertising' }).isChecked()).toBe(false);
  });
});
