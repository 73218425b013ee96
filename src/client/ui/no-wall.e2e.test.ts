import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainPage } from '../testing/plain-page.ts';
import { startTestSite, type TestSite } from '../testing/test-site.ts';

const BODY = `<h1>Page</h1><p>Text</p><a href="#end">To the end</a>
  <iframe title="Our video" width="320" height="180" data-avowal="video" data-avowal-src="http://video.localhost/x"></iframe>
  <p style="margin-top: 3000px" id="end">End</p>`;

describe.each(['box', 'banner', 'bar', 'centre'] as const)('in the layout %s', (layout) => {
  let site: TestSite;
  let page: Page;
  beforeAll(async () => {
    site = await startTestSite({ notice: { layout } });
    site.pages['/'] = plainPage('en', BODY);
  });
  afterAll(() => site.close());
  afterEach(() => page?.context().close());

  it('LAW-L1-011 after a refusal the page is all there, scrolls, and nothing lies over it but the small tab', async () => {
    page = await site.open('/', { viewport: { width: 390, height: 640 } });
    await page.locator('avowal-notice [data-avowal-action=reject]').click();
    await page.locator('avowal-tab button').waitFor();
    await page.reload({ waitUntil: 'load' });
    await page.locator('avowal-tab button').waitFor();
    await page.locator('avowal-placeholder [role=group]').waitFor();
    const over = await page.evaluate(() => {
      const found = new Map<string, number>();
      for (let x = 5; x < innerWidth; x += 20)
        for (let y = 5; y < innerHeight; y += 20) {
          const name = document.elementFromPoint(x, y)?.localName ?? '';
          if (/^avowal-(notice|tab)/.test(name)) found.set(name, (found.get(name) ?? 0) + 1);
        }
      return [...found].map(([name, points]) => [name, points / ((innerWidth * innerHeight) / 400)] as const);
    });
    expect(over.map(([name]) => name)).toEqual(['avowal-tab']);
    expect(over[0]?.[1]).toBeLessThan(0.05);
    await page.getByRole('link', { name: 'To the end' }).click();
    await expect.poll(() => page.evaluate('scrollY')).toBeGreaterThan(2000);
    expect(await page.locator('main > h1, main > p').allInnerTexts()).toEqual(['Page', 'Text', 'End']);
  });
});
