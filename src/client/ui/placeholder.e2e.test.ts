import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { layoutShift } from '../testing/layout-shift.ts';
import { plainPage } from '../testing/plain-page.ts';
import { startTestSite, TEST_CONFIG, type TestSite } from '../testing/test-site.ts';

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const embed = (attributes: string) =>
  `<iframe title="Our tour" data-avowal="video" data-avowal-src="http://video.localhost/x" ${attributes}></iframe><p id="below">Below</p>`;

let site: TestSite;
let page: Page;
beforeAll(async () => {
  site = await startTestSite({
    services: TEST_CONFIG.services.map((service) =>
      service.id === 'video' ? { ...service, poster: '/poster.gif' } : service,
    ),
  });
});
afterAll(() => site.close());
afterEach(async () => {
  site.broken.details = false;
  site.reached.length = 0;
  await page?.context().close();
});

async function open(attributes: string, viewport = { width: 1280, height: 800 }): Promise<string[]> {
  site.pages['/'] = plainPage(
    'en',
    embed(attributes),
    'iframe{border:0;max-width:100%}.wide{width:100%;aspect-ratio:16/9}',
  );
  const asked: string[] = [];
  page = await site.open('/policy-free', { viewport });
  page.on('request', (request) => asked.push(request.url()));
  await page.route('**/poster.gif', (route) => route.fulfill({ body: PIXEL, contentType: 'image/gif' }));
  await page.goto(`${site.origin}/`);
  await page.locator('avowal-placeholder [role=group]').waitFor();
  return asked;
}

describe('a placeholder', () => {
  it.each([
    ['attributes', 'width="560" height="315"'],
    ['a style sheet', 'class="wide"'],
    ['the standard of browsers', ''],
  ])('takes the room of an embed whose size comes from %s, and moves nothing', async (_, attributes) => {
    await open(attributes);
    const size = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const { width, height } = element.getBoundingClientRect();
        return { width: Math.round(width), height: Math.round(height) };
      });
    const placeholder = await size('avowal-placeholder');
    const shift = await layoutShift(page);
    await page.locator('[data-avowal-action=once]').click();
    await page.locator('iframe').waitFor();
    const shown = await size('iframe');
    expect(placeholder.width).toBe(shown.width);
    // What has less room than the words that must be said grows.
    if (shown.height > 250) expect([placeholder.height, shift]).toEqual([shown.height, 0]);
    else expect(placeholder.height).toBeGreaterThan(shown.height);
  });

  it('VND-YT-001 shows a picture of the site itself, and asks no third party', async () => {
    const asked = await open('width="640" height="360"');
    await expect.poll(() => asked.some((url) => url === `${site.origin}/poster.gif`)).toBe(true);
    expect(asked.filter((url) => !url.startsWith(site.origin))).toEqual([]);
    expect(site.reached).toEqual([]);
    expect(await page.locator('avowal-placeholder img').getAttribute('alt')).toBe('');
  });

  it('does without the picture where that is missing', async () => {
    site.pages['/'] = plainPage('en', embed('width="640" height="360"'));
    page = await site.open('/');
    await page.locator('avowal-placeholder [role=group]').waitFor();
    await expect.poll(() => page.locator('avowal-placeholder img').count()).toBe(0);
  });

  it('LAW-L1-009 says what it stands for, by the title of the embed, and who receives what', async () => {
    await open('width="640" height="360"');
    const group = page.getByRole('group', { name: 'Our tour' });
    const text = await group.innerText();
    expect(text).toContain('Content from Video');
    expect(text).toContain('Video Inc.');
    expect(text).toContain('IP address');
  });

  it('A11Y-005 gives the focus to what it shows', async () => {
    await open('width="640" height="360"');
    await page.locator('[data-avowal-action=once]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
  });

  describe.each([
    ['in the line', ''],
    ['as a block', 'iframe{display:block;margin:0 auto}'],
    [
      'over a box that keeps its proportions',
      'main{position:relative;padding-bottom:360px}iframe{position:absolute;inset:0}',
    ],
  ])('that cannot be loaded, %s', (_, style) => {
    const stand = () => page.locator('avowal-placeholder');
    beforeEach(async () => {
      site.broken.details = true;
      site.pages['/'] = plainPage('en', embed('width="640" height="360"'), style);
      page = await site.open('/');
      await stand().getByText('This could not be loaded. Please try again.').waitFor();
    });

    it('says so in the room of the embed, and moves nothing', async () => {
      expect(await stand().boundingBox()).toEqual(await page.locator('iframe').boundingBox());
      expect(await layoutShift(page)).toBe(0);
    });

    it('comes when asked for again', async () => {
      await stand().getByRole('button', { name: 'Load again' }).click();
      await stand().getByText('This could not be loaded.').waitFor();
      site.broken.details = false;
      await stand().getByRole('button', { name: 'Load again' }).click();
      await page.getByRole('group', { name: 'Our tour' }).waitFor();
      expect(await stand().count()).toBe(1);
    });

    it('is out of the way of an embed that may be seen', async () => {
      await page.evaluate('avowal.acceptAll()');
      await expect.poll(() => stand().count()).toBe(0);
      expect(await page.locator('iframe').getAttribute('src')).toBe('http://video.localhost/x');
    });
  });

  it('A11Y-004 fits on the narrowest phones', async () => {
    await open('width="640" height="360"', { width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const overlap = await page.evaluate(() => {
      const form = document.querySelector('avowal-placeholder')?.shadowRoot?.querySelector('[role=group]');
      const below = document.querySelector('#below');
      return (form?.getBoundingClientRect().bottom ?? 0) - (below?.getBoundingClientRect().top ?? 0);
    });
    expect(overlap).toBeLessThanOrEqual(0);
  });
});
