import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { layoutShift } from '../testing/layout-shift.ts';
import { plainPage } from '../testing/plain-page.ts';
import { startTestSite, type TestSite } from '../testing/test-site.ts';

const LINKS = '<p><a href="#x">A link in the page</a></p>'.repeat(60);
const ARTICLE = `<h1>A headline of some length over an article</h1>${'<p>A paragraph as it stands on many pages, long enough to fill several lines on a phone and on a desktop, so that something of the page is large. It goes on for a while, and says nothing.</p>'.repeat(6)}`;
const STYLE = 'main{max-width:720px;margin:24px auto;padding:0 16px;font:18px/1.6 serif}';
/** What WCAG 2.2 SC 1.4.12 lets people set. */
const SPACING =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 256 },
];

let page: Page;
afterEach(() => page?.context().close());
const notice = () => page.locator('avowal-notice [role=dialog]');

describe.each(['box', 'banner', 'bar', 'centre'] as const)('the notice in the layout %s', (layout) => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startTestSite({ notice: { layout }, locales: ['en', 'de', 'ar'] });
    site.pages['/links'] = plainPage('en', LINKS);
    site.pages['/ar'] = plainPage('ar', LINKS);
    site.pages['/article'] = plainPage('en', ARTICLE, STYLE);
    for (const lang of ['en', 'de', 'ar']) site.pages[`/${lang}`] = plainPage(lang);
  });
  afterAll(() => site.close());
  afterEach(() => {
    site.submissions.length = 0;
  });

  it.each(SIZES)(
    'A11Y-001 never hides what has the focus in the page: $width × $height',
    async (viewport) => {
      page = await site.open('/links', { viewport });
      await notice().waitFor();
      await page.waitForTimeout(100);
      const hidden = await page.evaluate(() => {
        const layer = document.querySelector('avowal-notice')?.shadowRoot?.querySelector('.n') as Element;
        return [...document.querySelectorAll<HTMLElement>('main a')].filter((link) => {
          link.focus();
          const [a, b] = [link.getBoundingClientRect(), layer.getBoundingClientRect()];
          return a.top >= b.top && a.bottom <= b.bottom && a.left >= b.left && a.right <= b.right;
        }).length;
      });
      expect(hidden).toBe(0);
    },
  );

  it('A11Y-004 keeps every control reachable without sideways scrolling: 320 × 256, with the text spacing of 1.4.12', async () => {
    for (const lang of ['en', 'de', 'ar']) {
      page = await site.open(`/${lang}`, { viewport: { width: 320, height: 256 } });
      await notice().waitFor();
      const addSpacing = () =>
        page.evaluate((css) => {
          const root = document.querySelector('avowal-notice')?.shadowRoot as ShadowRoot;
          root.append(Object.assign(document.createElement('style'), { textContent: css }));
        }, SPACING);
      const check = async (layer: string) => {
        const found = await page.locator(`avowal-notice ${layer}`).evaluate((element) => ({
          sideways:
            document.documentElement.scrollWidth > innerWidth || element.scrollWidth > element.clientWidth,
          unreachable: [...element.querySelectorAll<HTMLElement>('button,a,input,summary')]
            .filter((control) => {
              control.focus();
              const { left, right, top, bottom, height } = control.getBoundingClientRect();
              return (
                left < 0 ||
                right > innerWidth ||
                (height < innerHeight && (bottom < 1 || top > innerHeight - 1))
              );
            })
            .map(({ outerHTML }) => outerHTML),
          clipped: [...element.querySelectorAll('button')].filter(
            (button) => button.scrollWidth > button.clientWidth + 1,
          ).length,
        }));
        expect({ lang, layer, ...found }).toEqual({
          lang,
          layer,
          sideways: false,
          unreachable: [],
          clipped: 0,
        });
      };
      await check('[role=dialog]');
      await addSpacing();
      await check('[role=dialog]');
      await page.locator('[data-avowal-action=settings]').click();
      await page.locator('dialog article').first().waitFor({ state: 'attached' });
      for (const summary of await page.locator('dialog summary').all()) await summary.click();
      await check('dialog');
      await page.context().close();
    }
  });

  it.each([SIZES[0], SIZES[1]])(
    'moves nothing in the page when it comes and when it goes, and is not the largest paint: %j',
    async (viewport) => {
      page = await site.open('/article', { viewport: viewport as { width: number; height: number } });
      await notice().waitFor();
      await page.waitForTimeout(300);
      expect(await layoutShift(page)).toBe(0);
      const largest = await page.evaluate(
        () =>
          new Promise<string | undefined>((resolve) => {
            new PerformanceObserver((list) => {
              // The element of a paint in a shadow tree is not told.
              const last = list.getEntries().at(-1) as unknown as { element: Element | null };
              setTimeout(() => resolve(last.element?.tagName), 100);
            }).observe({ type: 'largest-contentful-paint', buffered: true });
          }),
      );
      expect(['P', 'H1']).toContain(largest);
      await page.locator('[data-avowal-action=reject]').click();
      await page.waitForTimeout(200);
      expect(await layoutShift(page)).toBe(0);
      expect(await page.evaluate(() => document.documentElement.style.cssText)).toBe('');
    },
  );

  it('A11Y-002 has controls of 24 px and more, the answers 44 px', async () => {
    page = await site.open('/de', { viewport: { width: 320, height: 640 } });
    await notice().waitFor();
    const heights = await page
      .locator('avowal-notice .b button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    expect(heights).toHaveLength(3);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    const small = await page
      .locator('avowal-notice button, avowal-notice a')
      .evaluateAll(
        (controls) => controls.filter((control) => control.getBoundingClientRect().height < 16).length,
      );
    expect(small).toBe(0);
  });

  it('A11Y-010 stands mirrored and in its language where lines run from right to left', async () => {
    page = await site.open('/ar', { viewport: { width: 1280, height: 800 } });
    await notice().waitFor();
    const found = await page.locator('avowal-notice').evaluate((host) => {
      const root = host.shadowRoot as ShadowRoot;
      const x = (action: string) =>
        root.querySelector(`[data-avowal-action=${action}]`)?.getBoundingClientRect().x ?? 0;
      return {
        lang: (host as HTMLElement).lang,
        dir: (host as HTMLElement).dir,
        direction: getComputedStyle(root.querySelector('.n') as Element).direction,
        acceptIsRight: x('accept') > x('reject'),
        insetAtStart:
          (root.querySelector('.n')?.getBoundingClientRect().right ?? 0) -
            (root.querySelector('h2')?.getBoundingClientRect().right ?? 0) >=
          16,
      };
    });
    expect(found).toEqual({
      lang: 'ar',
      dir: 'rtl',
      direction: 'rtl',
      acceptIsRight: true,
      insetAtStart: true,
    });
  });

  it('LAW-L1-014 has the same controls in the same order on phones and desktops', async () => {
    const orders = [];
    for (const viewport of SIZES) {
      page = await site.open('/en', { viewport });
      await notice().waitFor();
      orders.push(
        await page
          .locator('avowal-notice [data-avowal-action]')
          .evaluateAll((controls) => controls.map((control) => control.getAttribute('data-avowal-action'))),
      );
      await page.context().close();
    }
    expect(orders[0]).toEqual(['why', 'accept', 'reject', 'settings']);
    expect(orders).toEqual([orders[0], orders[0], orders[0]]);
  });

  it('A11Y-012 keeps its controls visible in forced colours, and moves nothing', async () => {
    page = await site.open('/en', { forcedColors: 'active', reducedMotion: 'reduce' });
    await notice().waitFor();
    await page.locator('[data-avowal-action=settings]').click();
    await page.getByRole('switch').first().check();
    const seen = await page.locator('avowal-notice').evaluate((host) => {
      const root = host.shadowRoot as ShadowRoot;
      const style = (selector: string, pseudo?: string) =>
        getComputedStyle(root.querySelector(selector) as Element, pseudo);
      return {
        border: style('dialog [data-avowal-action=accept]').borderTopWidth,
        differs: style('input:checked').backgroundColor !== style('input:not(:checked)').backgroundColor,
        knob:
          style('input:not(:checked)', '::after').backgroundColor !==
          style('input:not(:checked)').backgroundColor,
        moving: [...root.querySelectorAll('*')].filter(
          (element) =>
            getComputedStyle(element).transitionDuration !== '0s' || element.getAnimations().length > 0,
        ).length,
      };
    });
    expect(seen).toEqual({ border: '2px', differs: true, knob: true, moving: 0 });
  });

  it('A11Y-007 LAW-L1-011 is announced as a dialog that is not modal, and leaves focus and page alone', async () => {
    page = await site.open('/links');
    await notice().waitFor();
    expect(await notice().getAttribute('aria-modal')).toBe(null);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.mouse.wheel(0, 40);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await page.locator('main a').nth(1).click();
    expect(new URL(page.url()).hash).toBe('#x');
    expect(site.submissions).toEqual([]);
  });

  it('A11Y-007 comes first in the order of the keyboard', async () => {
    page = await site.open('/links');
    await notice().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('avowal-notice');
  });
});
