import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { plainPage } from '../testing/plain-page.ts';
import { startTestSite, TEST_CONFIG, type TestSite } from '../testing/test-site.ts';

let page: Page;
afterEach(() => page?.context().close());

async function openIn(regime: string, change: Parameters<typeof startTestSite>[0] = {}): Promise<TestSite> {
  const site = await startTestSite({ regimes: { default: regime }, ...change });
  onTestFinished(() => site.close());
  site.pages['/'] = plainPage(
    'en',
    `<h1>Page</h1><img alt="" data-avowal="stats" data-avowal-src="http://stats.localhost:${new URL(site.origin).port}/count.gif">
     <button type="button" data-avowal-action="open">Your Privacy Choices</button>`,
  );
  page = await site.open();
  return site;
}
const notice = () => page.locator('avowal-notice [role=dialog]');
const press = (action: string) => page.locator(`avowal-notice [data-avowal-action=${action}]`).last().click();
/** Loads the page of a visitor who has answered: it shows the tab and no notice. */
async function loadAgain() {
  await page.reload({ waitUntil: 'load' });
  await page.locator('avowal-tab button').waitFor();
}
const actions = () =>
  notice()
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset.avowalAction));

it.each([
  ['LAW-L1-015 in Brazil', 'br'],
  ['LAW-L1-017 in Quebec', 'ca-qc'],
  ['LAW-L1-018 in the United Kingdom', 'uk'],
  ['REG-TH-001 in Thailand', 'th'],
  ['REG-IN-001 in India', 'in'],
])(
  '%s nothing optional is on before a yes, no is as near as yes, and a yes can be ended',
  async (_, regime) => {
    const site = await openIn(regime);
    expect(await actions()).toEqual(['why', 'accept', 'reject', 'settings']);
    await press('settings');
    expect(await page.getByRole('switch', { checked: true }).count()).toBe(0);
    expect(site.reached).toEqual([]);
    await page.getByRole('switch', { name: 'Statistics' }).check();
    await press('save');
    await expect.poll(() => site.reached).toEqual(['stats.localhost/count.gif']);
    await page.locator('avowal-tab button').click();
    await page.getByRole('switch', { name: 'Statistics' }).uncheck();
    await press('save');
    await loadAgain();
    expect(site.reached).toHaveLength(1);
  },
);

it.each([
  ['LAW-L1-016 REG-CH-001 in Switzerland', 'ch'],
  ['REG-ZA-001 in South Africa', 'za'],
])('%s visitors are told, and no is as near as yes and counts', async (_, regime) => {
  const site = await openIn(regime);
  expect(await actions()).toEqual(['why', 'accept', 'reject', 'settings']);
  expect(await page.evaluate(`avowal.isGranted('statistics')`)).toBe(true);
  await expect.poll(() => site.reached).toEqual(['stats.localhost/count.gif']);
  await press('reject');
  await loadAgain();
  expect(site.reached).toHaveLength(1);
});

it('LAW-L1-007 LAW-L1-008 the notice has nothing to close it with, and closing the preferences leaves everything off and the question open', async () => {
  const site = await openIn('eu');
  expect(await actions()).toEqual(['why', 'accept', 'reject', 'settings']);
  for (const close of [
    () => page.getByRole('button', { name: 'Close' }).click(),
    () => page.mouse.click(5, 5),
    () => page.keyboard.press('Escape'),
  ]) {
    await press('settings');
    await page.getByRole('switch', { name: 'Statistics' }).check();
    await close();
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    expect(await page.evaluate('[document.cookie, avowal.decided]')).toEqual(['', false]);
    expect(await notice().count()).toBe(1);
  }
  expect([site.reached, site.submissions]).toEqual([[], []]);
});

describe('in California', () => {
  const statistics = () => page.evaluate(`avowal.isGranted('statistics')`);

  it('US-OPT-002 the signal and the link opt out, each alone, the link of the site itself too', async () => {
    const site = await openIn('us-ca', { notice: { reopen: 'none' } });
    expect(await statistics()).toBe(true);
    await page.getByRole('button', { name: 'Your Privacy Choices' }).click();
    await page.locator('dialog').getByRole('button', { name: 'Do not sell or share' }).click();
    expect(await statistics()).toBe(false);
    await expect.poll(() => site.submissions.map(({ action }) => action)).toEqual(['reject']);
    await page.context().close();
    page = await site.open('/', { gpc: true });
    expect(await statistics()).toBe(false);
    await expect.poll(() => site.submissions.map(({ action }) => action)).toEqual(['reject', 'gpc']);
  });

  it('LAW-STO-005 an opt-out outlives a change of what was refused, and nobody is asked to opt in because of it', async () => {
    await openIn('us-ca');
    await press('reject');
    const cookies = await page.context().cookies();
    await page.context().close();
    const purposes = TEST_CONFIG.purposes.map((purpose) => ({
      ...purpose,
      description: 'From now on profiles.',
    }));
    await openIn('us-ca', { purposes });
    await page.context().addCookies(cookies);
    await loadAgain();
    expect(await statistics()).toBe(false);
    expect(await notice().count()).toBe(0);
  });

  it('A11Y-014 axe finds nothing in the notice and in the form that the link opens', async () => {
    await openIn('us-ca');
    const violations = async () => (await new AxeBuilder({ page }).analyze()).violations;
    await notice().waitFor();
    expect(await violations()).toEqual([]);
    await press('settings');
    await page.locator('dialog article').first().waitFor({ state: 'attached' });
    expect(await violations()).toEqual([]);
  });

  it('US-AGE-001 for visitors of whom the site knows that they are under 16, everything waits for a yes', async () => {
    const site = await openIn('us-under-16');
    expect(await notice().innerText()).not.toContain('You can refuse at any time.');
    expect(await statistics()).toBe(false);
    expect(site.reached).toEqual([]);
    await press('opt-out');
    await expect.poll(() => site.submissions).toMatchObject([{ action: 'reject', regime: 'us-under-16' }]);
    await page.context().close();
    page = await site.open('/', { gpc: true });
    await page.getByText('It has been honoured.').waitFor();
    expect(await notice().count()).toBe(0);
  });
});
