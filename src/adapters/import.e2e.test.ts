import type { Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from '../client/testing/test-site.ts';
import type * as Avowal from './index.ts';

/** What `import * as npm from 'avowal'` gives, as a site's own bundle has it. */
declare const npm: typeof Avowal;
/** What the pages below keep. */
declare const heard: unknown[];

const SRC = '/_avowal/c/test.js';

let site: TestSite;
let bundle: string;
let page: Page;
beforeAll(async () => {
  const built = await rolldown({ input: new URL('./index.ts', import.meta.url).pathname });
  const { output } = await built.generate({ format: 'iife', name: 'npm', exports: 'named' });
  await built.close();
  bundle = `<script nonce="n">${output[0].code}; var heard = [];</script>`;
  site = await startTestSite();
});
afterEach(async () => {
  site.broken.core = false;
  site.reached.length = 0;
  await page.context().close();
});
afterAll(() => site.close());

const visit = async (html: string) => {
  site.pages['/'] = `<!doctype html><html lang="en"><head>${html}</head><body><main></main></body></html>`;
  page = await site.open();
};
const scripts = () => page.locator(`script[src$="${SRC}"]`).count();
const load = (times = 1) =>
  page.evaluate(
    async ([src, count]) => {
      const apis = await Promise.all(Array.from({ length: count }, () => npm.loadAvowal({ src })));
      return apis.every((api) => api === window.avowal);
    },
    [SRC, times] as const,
  );

describe('loadAvowal()', () => {
  it('puts the script into a page that has none, once, and blocks from then on', async () => {
    await visit(bundle);
    expect(await load(3)).toBe(true);
    expect(await scripts()).toBe(1);
    await page.locator('avowal-notice [role=dialog]').waitFor();
    const video = `${site.origin.replace('site.', 'video.')}/clip`;
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.querySelector('main')?.append(frame);
    }, video);
    await page.locator('avowal-placeholder [role=group]').waitFor();
    expect(site.reached).toEqual([]);
  });

  it('takes the one that stands in the page', async () => {
    await visit(`{CORE}${bundle}`);
    expect(await load()).toBe(true);
    expect(await scripts()).toBe(1);
  });

  it('waits for one that is still to come', async () => {
    await visit(
      `${bundle}<script>var early = npm.loadAvowal({ src: '${SRC}' })</script><script defer src="${SRC}"></script>`,
    );
    expect(
      await page.evaluate(
        async () => (await (window as unknown as { early: unknown }).early) === window.avowal,
      ),
    ).toBe(true);
  });

  it('says which address failed, opens nothing, and can be called again', async () => {
    site.broken.core = true;
    await visit(`${bundle}<b id="avowal">An element whose name is in the way</b>`);
    await expect(load()).rejects.toThrow(
      /could not be loaded from http:\/\/site\.localhost.*nothing is granted/,
    );
    expect(await page.evaluate(() => [npm.default.isGranted('necessary'), npm.getConsent().ready])).toEqual([
      false,
      false,
    ]);
    expect(await scripts()).toBe(0);
    site.broken.core = false;
    expect(await load()).toBe(true);
    await page.locator('avowal-notice [role=dialog]').waitFor();
  });

  it('says so too when something else answers at the address', async () => {
    await visit(bundle);
    const stranger = page.evaluate(() => npm.loadAvowal({ src: '/own-stats/x.js' }).catch(String));
    expect(await stranger).toMatch(/could not be loaded/);
  });
});

describe('the import', () => {
  it('is the same as window.avowal', async () => {
    await visit(`{CORE}${bundle}`);
    await page.evaluate(() =>
      npm.default.set({ purposes: { media: 'granted' }, services: { stats: 'granted' } }),
    );
    expect(
      await page.evaluate(() => ({
        choice: npm.default.choice,
        same: JSON.stringify(npm.default.choice) === JSON.stringify(window.avowal?.choice),
        decided: npm.default.decided,
        granted: ['necessary', 'media', 'video', 'statistics', 'stats', 'nobody'].filter(
          npm.default.isGranted,
        ),
      })),
    ).toEqual({
      choice: {
        purposes: { necessary: 'granted', media: 'granted', statistics: 'denied', ads: 'denied' },
        services: { stats: 'granted' },
      },
      same: true,
      decided: true,
      granted: ['necessary', 'media', 'video', 'stats'],
    });
  });

  it('does what was asked of it before the runtime arrived', async () => {
    await visit(
      `${bundle}<script>npm.default.on('choice', (choice) => heard.push(choice.purposes.ads)); npm.default.acceptAll()</script>`,
    );
    expect(await page.evaluate(() => npm.default.decided)).toBe(false);
    await load();
    await page.waitForFunction(() => heard.length > 0);
    expect(await page.evaluate(() => heard)).toEqual(['granted']);
  });

  it('forgets a listener that is not wanted any more, before the runtime arrived and after', async () => {
    await visit(bundle);
    await page.evaluate(() => npm.default.on('choice', () => heard.push('before'))());
    await load();
    await page.evaluate(async () => {
      const stop = npm.default.on('choice', () => heard.push('wanted'));
      const stopStore = npm.subscribe(() => heard.push('store'));
      await npm.default.acceptAll();
      stop();
      stopStore();
      await npm.default.rejectAll();
    });
    expect(await page.evaluate(() => heard.sort())).toEqual(['store', 'wanted']);
  });
});
