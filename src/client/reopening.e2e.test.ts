import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainPage } from './testing/plain-page.ts';
import { startTestSite, type TestSite } from './testing/test-site.ts';

let site: TestSite;
let page: Page;
beforeAll(async () => {
  site = await startTestSite({ locales: ['en', 'de'] });
  site.pages['/'] = plainPage('en', '<h1>Page</h1><a href="/de/contact">Contact</a>');
  site.pages['/de/contact'] = plainPage('de', `<div style="height: 3000px">Long</div>`);
});
afterAll(() => site.close());
afterEach(() => page?.context().close());

const tab = () => page.locator('avowal-tab button');

describe('the control that reopens the preferences', () => {
  it('WDR-005 tells what is allowed: after each answer, and the preferences do too', async () => {
    page = await site.open('/');
    await page.evaluate('avowal.acceptAll()');
    const described = (state: string) => page.getByRole('button', { description: state }).waitFor();
    await described('3 of 3 categories allowed');
    await tab().click();
    await page.locator('dialog').getByText('3 of 3 categories allowed').waitFor();
    await page.getByRole('switch', { name: 'Media' }).uncheck();
    await page.locator('dialog [data-avowal-action=save]').click();
    await described('2 of 3 categories allowed');
    await page.getByRole('link', { name: 'Contact' }).click();
    await page.waitForURL('**/de/contact');
    await tab().click();
    await page.locator('dialog').getByText('2 von 3 Kategorien erlaubt').waitFor();
    await page.keyboard.press('Escape');
    await described('2 von 3 Kategorien erlaubt');
  });
});

describe.each(['accept', 'reject'])('after "%s"', (answer) => {
  it('WDR-001 every page has the control that reopens the preferences, in its language and in view, for mouse and keyboard', async () => {
    page = await site.open('/', { viewport: { width: 390, height: 640 } });
    await page.locator(`avowal-notice [data-avowal-action=${answer}]`).click();
    await tab().waitFor();
    const label = await tab().innerText();
    await page.getByRole('link', { name: 'Contact' }).click();
    await page.waitForURL('**/de/contact');
    expect(await tab().innerText()).not.toBe(label);
    await page.mouse.wheel(0, 2000);
    const box = await tab().boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    await tab().focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
  });

  it('WDR-001 a page whose content is put in the place of another keeps it', async () => {
    page = await site.open('/');
    await page.locator(`avowal-notice [data-avowal-action=${answer}]`).click();
    await page.evaluate(
      `document.querySelector('main').innerHTML = '<h1>Another</h1>'; history.pushState({}, '', '/another')`,
    );
    await tab().click();
    await page.locator('dialog[open]').waitFor();
  });
});
