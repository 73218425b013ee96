import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchChromium } from '../../scan/testing/launch-chromium.ts';
import { readBrowserBundles } from '../sites/browser-bundles.ts';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function openPolicy(server: TestServer, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  // On the site's own host: elsewhere the page hides controls that would change nothing.
  await page.goto(`${server.url.replace('localhost', 'shop.localhost')}/p/shop`);
  return page;
}

describe('The policy page in a browser', () => {
  it.each([undefined, '/_avowal'])(
    'runs the live runtime under its own strict policy, and its control records an answer (server at %s)',
    async (publicUrl) => {
      const config = fixtureConfig();
      config.site = { ...config.site, domains: ['shop.localhost'] };
      const server = await startTestServer({
        config,
        bundles: readBrowserBundles(),
        ...(publicUrl && { publicUrl }),
      });
      const complaints: string[] = [];
      const page = await openPolicy(server, complaints);
      await page.locator('main [data-avowal-action="open"]').first().click({ timeout: 10_000 });
      await page.locator('dialog[open] [data-avowal-action="reject"]').first().click({ timeout: 10_000 });
      const list = async () => (await (await server.open('/api/v1/sites/shop/records')).json()).records;
      await expect.poll(async () => (await list()).length, { timeout: 5000 }).toBe(1);
      expect((await list())[0]).toMatchObject({ action: 'reject' });
      expect(complaints).toEqual([]);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    },
  );

  it('runs no script that a configuration brings, however it is written', async () => {
    const hostile = `"><script>document.title='owned'</script><img src=x onerror="document.title='owned'">`;
    const config = fixtureConfig();
    config.purposes[1] = { id: 'analytics', name: hostile, description: hostile };
    config.trackers = [
      { name: hostile, kind: 'js-cookie', party: 'first', service: 'matomo', description: hostile },
    ];
    const server = await startTestServer({ bundles: readBrowserBundles(), config });
    const page = await openPolicy(server, []);
    expect(await page.title()).not.toBe('owned');
    expect(await page.locator('main script, main img').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain(hostile.slice(0, 10));
  });
});
