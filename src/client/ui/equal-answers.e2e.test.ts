import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from '../testing/test-site.ts';

const LAYOUTS = ['box', 'banner', 'bar', 'centre'] as const;

/** What a page could try in order to make one answer more attractive. */
const HOSTILE = `
  avowal-notice::part(accept), avowal-notice::part(button) { font-size: 40px }
  avowal-notice [data-avowal-action=reject], [data-avowal-action=reject], button:nth-child(2) { color: #eee !important; background: none !important; font-size: 9px !important }
  button { all: revert !important }
  avowal-notice, :root { --a: #ff0000; --o: #fff0f0; --p: #00ff00; --avowal-accent: red; --reject: none; color: #ddd; font-size: 8px }
  avowal-notice::before { content: 'Please accept' }`;

let page: Page;
afterEach(() => page?.context().close());

const html = (style = '') =>
  `<!doctype html><html lang="en"><head><title>Page</title><meta name="viewport" content="width=device-width"><style>${style}</style>{CORE}</head><body><main><h1>Page</h1></main></body></html>`;

/** Everything of a button that can be seen. */
const looks = (layer: string) =>
  page.locator(`avowal-notice ${layer} button`).evaluateAll((buttons) =>
    ['accept', 'reject'].map((action) => {
      const button = buttons.find(({ dataset }) => dataset.avowalAction === action) as HTMLElement;
      const { width, height, top } = button.getBoundingClientRect();
      const style = getComputedStyle(button);
      const seen = [...style].filter(
        (property) => !/^(inline|block|width|height|perspective|transform|grid-template)/.test(property),
      );
      return {
        tag: button.tagName,
        box: [width, height, top].map(Math.round).join(' '),
        style: seen.map((property) => `${property}: ${style.getPropertyValue(property)}`),
      };
    }),
  );

describe.each(LAYOUTS)('the two answers in the layout %s', (layout) => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startTestSite({ notice: { layout }, locales: ['en', 'de', 'ar'] });
    site.pages['/'] = html();
    site.pages['/de'] = html().replace('lang="en"', 'lang="de"');
    site.pages['/ar'] = html().replace('lang="en"', 'lang="ar"');
    site.pages['/hostile'] = html(HOSTILE);
  });
  afterAll(() => site.close());

  it.each(['/', '/de', '/ar', '/hostile'])(
    'LAW-L1-003 LAW-L1-004 have the same box, height on the page and every computed style, at every width, light and dark: %s',
    async (path) => {
      page = await site.open(path);
      const compare = async (layer: string) => {
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            const [accept, reject] = await looks(layer);
            expect(accept?.style.length).toBeGreaterThan(100);
            expect({ width, colorScheme, ...reject }).toEqual({ width, colorScheme, ...accept });
          }
        }
      };
      await page.locator('avowal-notice [role=dialog]').waitFor();
      await compare('[role=dialog]');
      await page.locator('[data-avowal-action=settings]').click();
      await compare('dialog');
    },
  );

  it.each([0.1, 0.2, 0.3])(
    'LAW-L1-003 stay as large as each other however wide the letters are: %s em between them',
    async (space) => {
      page = await site.open('/de', { viewport: { width: 320, height: 640 } });
      await page.locator('avowal-notice [role=dialog]').waitFor();
      const boxes = await page.locator('avowal-notice').evaluate((host, spacing) => {
        const style = document.createElement('style');
        style.textContent = `button { letter-spacing: ${spacing}em !important }`;
        host.shadowRoot?.append(style);
        return ['accept', 'reject'].map((action) => {
          const button = host.shadowRoot?.querySelector(`[data-avowal-action=${action}]`) as Element;
          const { width, height } = button.getBoundingClientRect();
          return [width, height].map(Math.round);
        });
      }, space);
      expect(boxes[1]).toEqual(boxes[0]);
    },
  );

  it('LAW-L1-001 LAW-L1-002 stand in view as buttons in the frame of the notice, on phones and desktops', async () => {
    for (const viewport of [
      { width: 320, height: 640 },
      { width: 390, height: 844 },
      { width: 1280, height: 800 },
    ]) {
      page = await site.open('/de', { viewport });
      await page.locator('avowal-notice [role=dialog]').waitFor();
      const shown = await page.locator('avowal-notice [role=dialog]').evaluate((layer) => {
        const frame = layer.getBoundingClientRect();
        return ['accept', 'reject'].map((action) => {
          const button = layer.querySelector<HTMLElement>(`[data-avowal-action=${action}]`) as HTMLElement;
          const box = button.getBoundingClientRect();
          return (
            button.matches('button:not(p *)') &&
            box.top >= Math.max(0, frame.top) &&
            box.bottom <= Math.min(innerHeight, frame.bottom) &&
            (layer.getRootNode() as ShadowRoot).elementFromPoint(box.x + 5, box.y + 5) === button
          );
        });
      });
      expect({ viewport, shown }).toEqual({ viewport, shown: [true, true] });
      await page.context().close();
    }
  });

  it('A11Y-003 keep their colours whatever custom properties the page sets', async () => {
    const colours = async (path: string) => {
      page = await site.open(path);
      const found = await page
        .locator('[data-avowal-action=accept]')
        .evaluate((button) => [getComputedStyle(button).backgroundColor, getComputedStyle(button).color]);
      await page.context().close();
      return found;
    };
    expect(await colours('/hostile')).toEqual(await colours('/'));
  });
});
