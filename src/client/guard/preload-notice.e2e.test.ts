import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from '../testing/test-site.ts';

let site: TestSite;
let page: Page;
beforeAll(async () => {
  site = await startTestSite({ locales: ['en', 'de'] });
  const html = (lang: string, head: string) =>
    `<!doctype html><html lang="${lang}"><head><title>Page</title>${head}{GUARD}{CORE}</head><body><h1>Page</h1></body></html>`;
  const policy = "script-src 'nonce-n' 'strict-dynamic'; require-trusted-types-for 'script'";
  const strict = `<meta http-equiv="Content-Security-Policy" content="${policy}"><script nonce="n">
    window.reports = [];
    document.addEventListener('securitypolicyviolation', (e) => reports.push(e.violatedDirective + ' ' + e.blockedURI));
  </script>`;
  site.pages['/'] = html('en', '');
  site.pages['/de'] = html('de-AT', '');
  site.pages['/strict'] = html('en', strict)
    .replace('{GUARD}', '{GUARD n}')
    .replace('{CORE}', '<script nonce="n" src="/_avowal/c/test.js"></script>');
});
afterAll(() => site.close());
afterEach(async () => {
  delete site.broken.coreDelayMs;
  await page?.context().close();
});

/** Opens a page; returns what it asks the server for and gets, as it happens. */
async function watch(path: string): Promise<string[]> {
  page = await site.open('/none');
  const events: string[] = [];
  const name = (url: string) => new URL(url).pathname.replace('/_avowal/c/', '');
  page.on('request', (request) => events.push(`asks ${name(request.url())}`));
  page.on('response', (response) => events.push(`gets ${name(response.url())}`));
  await page.goto(`${site.origin}${path}`);
  return events;
}
const notice = () => page.locator('avowal-notice [role=dialog]');

describe('A copy-paste installation', () => {
  it.each([
    ['/', 'en'],
    ['/de', 'de'],
  ])(
    'asks for the notice in the language of the page while the core is on its way, once: %s',
    async (path, locale) => {
      site.broken.coreDelayMs = 300;
      const events = await watch(path);
      await notice().waitFor();
      const asks = events.indexOf(`asks test/ui.u.${locale}.js`);
      expect(asks).toBeGreaterThanOrEqual(0);
      expect(asks).toBeLessThan(events.indexOf('gets test.js'));
      expect(events.filter((event) => event.startsWith('gets test/ui'))).toHaveLength(1);
    },
  );

  it('asks who has answered for nothing but the core', async () => {
    await watch('/');
    await page.locator('avowal-notice [data-avowal-action=accept]').click();
    await expect.poll(() => site.submissions.length).toBe(1);
    await expect.poll(() => page.evaluate('localStorage.length')).toBe(0);
    const events: string[] = [];
    page.on('request', (request) => events.push(new URL(request.url()).pathname));
    await page.goto(`${site.origin}/de`);
    await page.waitForFunction('window.avowal.decided');
    expect(events).toEqual(['/de', '/_avowal/c/test.js']);
  });

  it("does so under script-src 'nonce-…' 'strict-dynamic' and trusted types without a report", async () => {
    site.broken.coreDelayMs = 300;
    const events = await watch('/strict');
    await notice().waitFor();
    expect(events.indexOf('asks test/ui.u.en.js')).toBeLessThan(events.indexOf('gets test.js'));
    expect(events.filter((event) => event.startsWith('gets test/ui'))).toHaveLength(1);
    expect(await page.evaluate('reports')).toEqual([]);
  });
});
