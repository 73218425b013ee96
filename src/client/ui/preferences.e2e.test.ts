import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainPage } from '../testing/plain-page.ts';
import { startTestSite, TEST_CONFIG, type TestSite } from '../testing/test-site.ts';

let site: TestSite;
let page: Page;
beforeAll(async () => {
  site = await startTestSite();
  site.pages['/'] = plainPage();
  site.pages['/de'] = plainPage('de');
});
afterAll(() => site.close());
afterEach(async () => {
  site.broken.details = false;
  site.submissions.length = 0;
  await page?.context().close();
});

const press = (action: string) => page.locator(`avowal-notice [data-avowal-action=${action}]`).last().click();
const open = async (path = '/') => {
  page = await site.open(path);
  await press('settings');
  await page.locator('dialog[open]').waitFor();
};
const section = (name: string) =>
  page.locator('dialog section').filter({ has: page.getByRole('heading', { name, level: 3 }) });

describe('the preferences', () => {
  it('LAW-L2-001 LAW-L2-002 have a switch for each optional purpose and service, Accept all, Reject all and Save', async () => {
    await open();
    await section('Media').locator('summary').click();
    const names = () =>
      page.getByRole('switch').evaluateAll((inputs) => inputs.map((input) => input.ariaLabel));
    await expect.poll(names).toEqual(['Media', 'Video', 'Statistics', 'Advertising']);
    for (const action of ['accept', 'reject', 'save'])
      expect(await page.locator(`dialog button[data-avowal-action=${action}]`).count()).toBe(1);
    expect(await section('Necessary').getByText('Always on').count()).toBe(1);
  });

  it('LAW-L2-004 tell of each service its provider, who has access, its privacy page and how long each tracker stays', async () => {
    await open();
    await section('Statistics').locator('summary').click();
    const card = section('Statistics').locator('article');
    const text = await card.innerText();
    expect(text).toContain('Provider: Stats GmbH (Germany)');
    expect(text).toContain('The provider has access.');
    expect(text).toContain('Kept for: 1 day');
    expect(await card.getByRole('link').getAttribute('href')).toBe('https://stats.example/privacy');
  });

  it('WDR-002 open again in the moment in which they were closed', async () => {
    await open();
    await page.locator('dialog').evaluate((dialog: HTMLDialogElement) => {
      dialog.close();
      (window as unknown as { avowal: { open(): void } }).avowal.open();
    });
    await page.locator('dialog[open]').waitFor();
    await expect.poll(() => page.locator('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    await page.evaluate(() => (window as unknown as { avowal: { open(): void } }).avowal.open());
    await page.locator('dialog[open]').waitFor();
  });

  it('LAW-L2-006 every switch is two presses from the notice at most', async () => {
    await open();
    const hidden = page.getByRole('switch', { name: 'Ads', exact: true });
    expect(await hidden.count()).toBe(0);
    await section('Advertising').locator('summary').click();
    await hidden.check();
    expect(await page.getByRole('switch', { name: 'Advertising' }).isChecked()).toBe(true);
  });

  it('LAW-L2-003 WDR-003 turn a category off with its last service, save that, and show it again', async () => {
    await open();
    await page.getByRole('switch', { name: 'Media' }).check();
    await section('Media').locator('summary').click();
    await page.getByRole('switch', { name: 'Video' }).uncheck();
    await press('save');
    await expect
      .poll(() => site.submissions)
      .toMatchObject([
        { action: 'save', purposes: { media: 'denied', statistics: 'denied', ads: 'denied' }, services: {} },
      ]);
    await page.locator('avowal-tab button').click();
    await section('Media').locator('summary').click();
    expect(await page.getByRole('switch', { name: 'Video' }).isChecked()).toBe(false);
  });

  it('WDR-003 show what counts, also where they were made ready before the answer', async () => {
    page = await site.open('/');
    await page.locator('avowal-notice [data-avowal-action=settings]').dispatchEvent('pointerdown');
    await page.evaluate("window.avowal.set({ purposes: { media: 'granted' }, services: {} })");
    await page.locator('avowal-tab button').click();
    expect(await page.getByRole('switch', { name: 'Media' }).isChecked()).toBe(true);
    expect(await page.getByRole('switch', { name: 'Statistics' }).isChecked()).toBe(false);
    expect(await page.locator('dialog').count()).toBe(1);
  });

  it('say that details are loading, say when they cannot be loaded, and load them when asked again', async () => {
    site.broken.details = true;
    await open();
    await section('Media').locator('summary').click();
    await section('Media').getByText('This could not be loaded. Please try again.').waitFor();
    await page.getByRole('switch', { name: 'Statistics' }).check();
    site.broken.details = false;
    await section('Media').getByRole('button', { name: 'Load again' }).click();
    await section('Media').locator('article').first().waitFor();
    expect(await page.getByRole('switch', { name: 'Statistics' }).isChecked()).toBe(true);
  });

  it('LAW-L2-003 save exactly what is shown where the details never come', async () => {
    site.broken.details = true;
    await open();
    await page.getByRole('switch', { name: 'Statistics' }).check();
    await press('save');
    await expect
      .poll(() => site.submissions)
      .toMatchObject([{ purposes: { media: 'denied', statistics: 'granted', ads: 'denied' }, services: {} }]);
  });

  it('load the details once, from the same place and revision, and not before somebody looks', async () => {
    page = await site.open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.locator('avowal-notice [role=dialog]').waitFor();
    expect(asked.filter((path) => path.includes('details'))).toEqual([]);
    await press('settings');
    await page.locator('dialog article').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await press('settings');
    await page.locator('dialog article').first().waitFor({ state: 'attached' });
    expect(asked.filter((path) => path.includes('details'))).toEqual(['/_avowal/c/test/details.u.en.js']);
  });

  it('answer "Why do I see this?" with the regime and the rule of law, in the reader\'s language', async () => {
    page = await site.open('/de');
    await press('why');
    await page.getByText('Europäische Union').waitFor();
    expect(await page.locator('dialog').innerText()).toContain('2002/58/EC');
    expect(
      await page.locator('avowal-notice').evaluate((host) => host.shadowRoot?.activeElement?.tagName),
    ).toBe('SUMMARY');
  });

  it('WDR-002 withdraw with one press after opening, and only where there is something to withdraw', async () => {
    await open();
    expect(await page.locator('[data-avowal-action=withdraw]').count()).toBe(0);
    await press('accept');
    await page.locator('avowal-tab button').click();
    await press('withdraw');
    await expect.poll(() => site.submissions.map(({ action }) => action)).toEqual(['accept', 'withdraw']);
    await expect
      .poll(() => site.submissions[1]?.purposes)
      .toEqual({ media: 'denied', statistics: 'denied', ads: 'denied' });
  });

  it('A11Y-009 say in a status message that the choice has been saved', async () => {
    await open();
    await press('save');
    await page.getByRole('status').getByText('Your choice has been saved.').waitFor();
  });

  it('PRF-007 show the consent id to copy, and give the receipt as a file', async () => {
    await open();
    await press('reject');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.route('**/api/v1/receipts/*', (route) =>
      route.fulfill({ json: { asked: route.request().url().split('/').pop() } }),
    );
    await page.locator('avowal-tab button').click();
    await press('copy');
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const submitted = () => site.submissions.find(({ consentId }) => consentId === copied);
    await expect.poll(submitted).toMatchObject({ action: 'reject' });
    const [download] = await Promise.all([page.waitForEvent('download'), press('receipt')]);
    expect(download.suggestedFilename()).toBe('consent-receipt.json');
    expect(JSON.parse(readFileSync((await download.path()) as string, 'utf8'))).toEqual({
      asked: submitted()?.id,
    });
  });

  it('LAW-L1-013 A11Y-008 name every switch after what it switches, in the language of the page', async () => {
    await open('/de');
    for (const { name } of TEST_CONFIG.purposes.slice(1))
      expect(await page.getByRole('switch', { name: (name as { de: string }).de }).count()).toBe(1);
  });

  it('A11Y-010 give texts that the configuration has in another language alone that language', async () => {
    const site = await startTestSite({ locales: ['fr'] });
    try {
      site.pages['/'] = plainPage('fr');
      page = await site.open();
      expect(await page.locator('avowal-notice').getAttribute('lang')).toBe('fr');
      expect(
        await page
          .locator('avowal-notice [role=dialog] b')
          .evaluateAll((names) => names.map((name) => name.getAttribute('lang'))),
      ).toEqual(['en', 'en', 'en']);
      await press('settings');
      await page.locator('dialog article').first().waitFor({ state: 'attached' });
      const english = await page.locator('dialog [lang=en]').allTextContents();
      expect(english).toEqual(expect.arrayContaining(['Media', 'Videos.', 'Shows videos.']));
      expect(await page.locator('dialog h2').getAttribute('lang')).toBe(null);
    } finally {
      await site.close();
    }
  });

  it('A11Y-005 show no ring about their heading, which is no control', async () => {
    page = await site.open();
    await page.locator('avowal-notice [data-avowal-action=settings]').focus();
    await page.keyboard.press('Enter');
    const heading = page.locator('dialog h2');
    await expect.poll(() => heading.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await heading.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('none');
  });

  it('never run what stands in names and descriptions', async () => {
    const hostile = '</script><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const evil = await startTestSite({
      purposes: TEST_CONFIG.purposes.map((purpose) => ({ ...purpose, name: hostile, description: hostile })),
      services: TEST_CONFIG.services.map((service) => ({ ...service, name: hostile, description: hostile })),
    });
    try {
      evil.pages['/'] = '<!doctype html><html lang="en"><head>{CORE}</head><body><p>Page</p></body></html>';
      page = await evil.open();
      await page.locator('[data-avowal-action=settings]').click();
      await page.locator('dialog[open]').waitFor();
      expect(await page.locator('dialog').textContent()).toContain(hostile);
      expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined();
    } finally {
      await evil.close();
    }
  });
});
