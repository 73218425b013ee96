import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainPage } from '../testing/plain-page.ts';
import { startTestSite, type TestSite } from '../testing/test-site.ts';

const EMBED =
  '<iframe title="Our tour" width="640" height="360" data-avowal="video" data-avowal-src="http://video.localhost/x"></iframe>';

let site: TestSite;
let page: Page;
beforeAll(async () => {
  site = await startTestSite();
  site.pages['/'] = plainPage('en', '<p>Page</p>');
  site.pages['/embed'] = plainPage('en', EMBED);
});
afterAll(() => site.close());
afterEach(async () => {
  site.submissions.length = 0;
  await page?.context().close();
});

/** The control that has the focus: its action, else its name. */
const focused = () =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute('data-avowal-action') ?? active?.ariaLabel ?? active?.textContent ?? '';
  });

/** Walks with Tab to a control, and shows that the way there has a visible focus. */
async function walkTo(control: string): Promise<void> {
  for (let steps = 0; steps < 30; steps++) {
    await page.keyboard.press('Tab');
    if ((await focused()) === control) return;
  }
  throw new Error(`Tab never reaches "${control}".`);
}
const openPreferences = async () => {
  await walkTo('settings');
  await page.keyboard.press('Enter');
  await page.locator('dialog article').first().waitFor({ state: 'attached' });
};
const answered = () => expect.poll(() => site.submissions.map(({ action, layer }) => `${action} ${layer}`));

describe('A11Y-005 with the keyboard alone a person can', () => {
  it.each(['accept', 'reject'])('%s in the notice', async (action) => {
    page = await site.open();
    await page.locator('avowal-notice [role=dialog]').waitFor();
    await walkTo(action);
    await page.keyboard.press('Space');
    await answered().toEqual([`${action} notice`]);
  });

  it.each(['accept', 'reject'])('%s in the preferences', async (action) => {
    page = await site.open();
    await openPreferences();
    await walkTo(action);
    await page.keyboard.press('Enter');
    await answered().toEqual([`${action} preferences`]);
  });

  it('move single switches and save', async () => {
    page = await site.open();
    await openPreferences();
    await walkTo('Statistics');
    await page.keyboard.press('Space');
    await walkTo('save');
    await page.keyboard.press('Enter');
    await answered().toEqual(['save preferences']);
    expect(site.submissions[0]?.purposes).toEqual({ media: 'denied', statistics: 'granted', ads: 'denied' });
  });

  it('open the preferences again from the tab, and withdraw', async () => {
    page = await site.open();
    await page.evaluate('avowal.acceptAll()');
    await page.locator('avowal-tab button').waitFor();
    await walkTo('open');
    await page.keyboard.press('Enter');
    await page.locator('dialog article').first().waitFor({ state: 'attached' });
    await walkTo('withdraw');
    await page.keyboard.press('Enter');
    await answered().toEqual(['accept api', 'withdraw preferences']);
  });

  it('read the services and the reasons', async () => {
    page = await site.open();
    await openPreferences();
    await walkTo('1 service');
    await page.keyboard.press('Enter');
    await page.getByText('Stats GmbH').waitFor();
    await walkTo('why');
    await page.keyboard.press('Enter');
    await page.getByText('2002/58/EC').waitFor();
  });

  it.each([
    ['once', 0],
    ['always', 1],
  ])('show an embed: %s', async (action, records) => {
    page = await site.open('/embed');
    await page.evaluate('avowal.rejectAll()');
    await page.locator('avowal-placeholder [role=group]').waitFor();
    await walkTo(action);
    await page.keyboard.press('Enter');
    await page.locator('iframe').waitFor();
    await expect.poll(() => site.submissions.length).toBe(1 + records);
  });

  it('A11Y-006 stay in the preferences with Tab, leave them with Escape, and be where they came from', async () => {
    page = await site.open();
    await openPreferences();
    for (let steps = 0; steps < 25; steps++) {
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(
        () =>
          document.activeElement === document.body ||
          !!document.activeElement?.shadowRoot?.activeElement?.closest('dialog'),
      );
      expect(inside).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('settings');
    expect(site.submissions).toEqual([]);
  });

  it('see where the focus is', async () => {
    page = await site.open();
    await page.locator('avowal-notice [role=dialog]').waitFor();
    for (const control of ['Cookie policy', 'why', 'accept', 'reject', 'settings']) {
      await walkTo(control);
      const ring = await page.evaluate(() => {
        const active = document.activeElement?.shadowRoot?.activeElement as Element;
        const { outlineStyle, outlineWidth } = getComputedStyle(active);
        return `${outlineStyle} ${outlineWidth}`;
      });
      expect({ control, ring }).toEqual({ control, ring: 'solid 3px' });
    }
  });
});

describe('what assistive technology is told', () => {
  it('A11Y-007 of the notice: a dialog with its name, its text and each control', async () => {
    page = await site.open();
    expect(await page.locator('avowal-notice').ariaSnapshot()).toBe(`- dialog "Your privacy on this site":
  - heading "Your privacy on this site" [level=2]
  - paragraph: Test Company asks for your consent to store data on your device, to read it and to let other companies receive data.
  - paragraph: "Purposes: Media, Statistics, and Advertising."
  - paragraph: "Services involved: 4, listed under “Settings”."
  - paragraph: "Refusing has no disadvantage: the site stays open to you, without what needs your consent."
  - paragraph:
    - text: You can change your choice or withdraw your consent at any time in the privacy settings.
    - link "Cookie policy":
      - /url: /policy
    - text: ·
    - button "Why do I see this?"
  - button "Accept all"
  - button "Reject all"
  - button "Settings"
- status`);
  });

  it('A11Y-008 of the preferences: each switch with its name and state, each action', async () => {
    page = await site.open();
    await openPreferences();
    await page.getByRole('switch', { name: 'Statistics' }).check();
    const told = await page.locator('avowal-notice dialog').ariaSnapshot();
    for (const line of [
      '- dialog "Privacy settings"',
      '- heading "Privacy settings" [level=2]',
      '- button "Close"',
      '- heading "Necessary" [level=3]',
      '- text: Always on',
      '- switch "Media"',
      '- switch "Statistics" [checked]',
      '- switch "Advertising"',
      '- button "Accept all"',
      '- button "Reject all"',
      '- button "Save choice"',
    ])
      expect(told).toContain(line);
    expect(told).not.toContain('switch "Media" [checked]');
  });

  it('of a placeholder: a group named after the embed, what happens, and both actions', async () => {
    page = await site.open('/embed');
    await page.evaluate('avowal.rejectAll()');
    await page.locator('avowal-placeholder [role=group]').waitFor();
    expect(await page.locator('avowal-placeholder').ariaSnapshot()).toBe(`- group "Our tour":
  - paragraph: Our tour
  - paragraph: Content from Video
  - paragraph: To show it, your browser connects to Video Inc., which receives your IP address and may store data on your device.
  - button "Show once"
  - button "Always show"`);
  });

  it('A11Y-009 of an answer: a status message', async () => {
    page = await site.open();
    await page.locator('[data-avowal-action=reject]').click();
    await page.getByRole('status').getByText(/saved/).waitFor();
  });
});
