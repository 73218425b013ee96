import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../../scan/testing/axe-faults.ts';
import { plainPage } from '../testing/plain-page.ts';
import { startTestSite, type TestSite } from '../testing/test-site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'EN-301-549'];
const EMBED =
  '<h1>Page</h1><iframe title="Our video" width="640" height="360" data-avowal="video" data-avowal-src="http://video.localhost/x"></iframe>';

let page: Page;
afterEach(() => page?.context().close());

describe.each(['box', 'banner', 'bar', 'centre'] as const)('in the layout %s', (layout) => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startTestSite({ notice: { layout }, locales: ['en', 'de', 'ar'] });
    for (const lang of ['en', 'de', 'ar']) site.pages[`/${lang}`] = plainPage(lang, EMBED);
  });
  afterAll(() => site.close());

  it.each(
    ['en', 'de', 'ar'].flatMap((lang) =>
      (layout === 'box' ? [320, 1366] : [1366]).map((width) => ({ lang, width })),
    ),
  )(
    'A11Y-013 axe finds nothing in notice, preferences with everything open, placeholder and message, light and dark: $lang, $width px',
    async ({ lang, width }) => {
      page = await site.open(`/${lang}`, { viewport: { width, height: 800 } });
      await page.locator('avowal-notice [role=dialog]').waitFor();
      await page.locator('avowal-placeholder [role=group]').waitFor();
      expect(await axeFaults(page, TAGS)).toEqual([]);
      await page.locator('[data-avowal-action=settings]').click();
      await page.locator('dialog article').first().waitFor({ state: 'attached' });
      for (const summary of await page.locator('dialog summary').all()) await summary.click();
      await page.getByRole('switch').nth(1).check();
      expect(await axeFaults(page, TAGS)).toEqual([]);
      await page.locator('dialog [data-avowal-action=reject]').click();
      await page.locator('[role=status]').getByText(/./).waitFor();
      expect(await axeFaults(page, TAGS)).toEqual([]);
    },
  );
});
