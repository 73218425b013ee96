import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, TEST_CONFIG, type TestSite } from '../testing/test-site.ts';

let site: TestSite;
let page: Page;
beforeAll(async () => {
  site = await startTestSite();
  for (const lang of ['en', 'de']) {
    site.pages[`/${lang}`] =
      `<!doctype html><html lang="${lang}"><head><title>Page</title><meta name="viewport" content="width=device-width">{CORE}</head><body><main><h1>Page</h1></main></body></html>`;
  }
});
afterAll(() => site.close());
afterEach(async () => {
  await page?.context().close();
});

const violations = async () =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );

const cases = ['en', 'de'].flatMap((lang) =>
  [320, 1366].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ lang, width, scheme }))),
);

describe('notice and preferences', () => {
  it.each(cases)('have no axe violation: $lang, $width px, $scheme', async ({ lang, width, scheme }) => {
    page = await site.open(`/${lang}`, { viewport: { width, height: 800 }, colorScheme: scheme });
    await page.locator('avowal-notice [role=dialog]').waitFor();
    expect(await violations()).toEqual([]);
    await page.locator('[data-avowal-action=settings]').click();
    for (const summary of await page.locator('dialog summary').all()) await summary.click();
    expect(await violations()).toEqual([]);
  });

  it('A11Y-001 never cover what has the focus in the page', async () => {
    site.pages['/long'] =
      `<!doctype html><html lang="en"><head>{CORE}</head><body>${'<p><a href="#x">Link</a></p>'.repeat(40)}</body></html>`;
    page = await site.open('/long', { viewport: { width: 390, height: 800 } });
    await page.locator('avowal-notice [role=dialog]').waitFor();
    const covered = await page.evaluate(() => {
      const notice = document.querySelector('avowal-notice')?.shadowRoot?.querySelector('[role=dialog]');
      return [...document.querySelectorAll('p a')].slice(0, 30).filter((link) => {
        (link as HTMLElement).focus();
        return link.getBoundingClientRect().top >= (notice?.getBoundingClientRect().top ?? 0);
      }).length;
    });
    expect(covered).toBe(0);
  });

  it('A11Y-005 are worked by keyboard alone', async () => {
    page = await site.open('/en');
    await page.locator('avowal-notice [role=dialog]').waitFor();
    site.submissions.length = 0;
    const active = () =>
      page.evaluate(() =>
        document.activeElement?.shadowRoot?.activeElement?.getAttribute('data-avowal-action'),
      );
    for (let steps = 0; steps < 8 && (await active()) !== 'reject'; steps++) await page.keyboard.press('Tab');
    expect(await active()).toBe('reject');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(200);
    expect(site.submissions).toMatchObject([{ action: 'reject', layer: 'notice' }]);
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
