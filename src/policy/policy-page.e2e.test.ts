import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findLocale, LOCALE_TAGS } from '../knowledge/locale.ts';
import { launchChromium } from '../scan/testing/launch-chromium.ts';
import { renderPolicy } from './render-policy.ts';
import { seedInput } from './testing/seed-policy.ts';

/** Stands in for the runtime: what the page asks of it is that it is there and hears of clicks. */
const RUNTIME = `window.avowal = {}; window.pressed = [];
addEventListener('click', ({ target }) => pressed.push(target.dataset.avowalAction))`;

const HOSTILE = `<script>document.title='owned'</script>${'w'.repeat(4000)}`;

let browser: Browser;
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://kopano.com');
  if (url.pathname === '/runtime.js')
    return void response.setHeader('content-type', 'text/javascript').end(RUNTIME);
  const hostile = { name: HOSTILE, kind: 'js-cookie', purpose: 'commercial', description: HOSTILE } as const;
  const change = url.searchParams.has('hostile') ? { trackers: [hostile] } : {};
  const input = {
    ...seedInput(change, url.searchParams.get('lang') ?? 'en'),
    runtimeUrl: url.searchParams.has('broken') ? '/missing.js' : '/runtime.js',
  };
  response.statusCode = url.pathname === '/' ? 200 : 404;
  response.setHeader('content-type', 'text/html; charset=utf-8').end(renderPolicy(input, 'html'));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const rules = ['kopano.com', 'www.kopano.com', 'consent.example', 'notkopano.com'].map(
    (host) => `MAP ${host} 127.0.0.1:${port}`,
  );
  browser = await launchChromium({
    args: [`--host-resolver-rules=${rules.join(',')}`],
  });
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function openPage(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const overflow = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe('The policy page in a browser', () => {
  it.each(LOCALE_TAGS)(
    'A11Y-010, LAW-L1-013: fits a phone of 320 px in %s, in its direction',
    async (lang) => {
      const page = await openPage(`http://kopano.com/?lang=${lang}`, {
        viewport: { width: 320, height: 640 },
      });
      const root = page.locator('html');
      expect([await root.getAttribute('lang'), await root.getAttribute('dir')]).toEqual([
        lang,
        findLocale(lang).dir,
      ]);
      expect(await overflow(page)).toBe(0);
      expect((await page.locator('body').innerText()).match(/\{\w*\}/g)).toBeNull();
    },
  );

  it.each([
    [320, 'light', 'de'],
    [320, 'dark', 'en'],
    [768, 'light', 'en'],
    [1024, 'light', 'de'],
    [1366, 'light', 'en'],
    [1366, 'dark', 'de'],
  ] as const)(
    'A11Y: has no axe violation and no sideways scrolling at %i px, %s, in %s',
    async (width, colorScheme, lang) => {
      const page = await openPage(`http://kopano.com/?lang=${lang}`, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(['color-contrast', 'region']));
      expect(await overflow(page)).toBe(0);
      const rows = page.getByRole('table', { name: /Kopano[ -]Cookies/ }).getByRole('row');
      expect(await rows.count()).toBe(3);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    },
  );

  it.each([320, 1366])(
    'a hostile name of 4 KB runs nothing and does not widen the page at %i px',
    async (width) => {
      const page = await openPage('http://kopano.com/?hostile', { viewport: { width, height: 900 } });
      expect([await page.title(), await overflow(page)]).toEqual(['Cookie policy · Kopano', 0]);
    },
  );

  it('POL-006: its controls reach the runtime on the site and its subdomains', async () => {
    const page = await openPage('http://www.kopano.com/');
    await page.getByRole('button', { name: 'Privacy settings' }).click();
    await page.getByRole('button', { name: 'Withdraw consent' }).click();
    expect(await page.evaluate('pressed')).toEqual(['open', 'withdraw']);
    expect(await page.getByText('cannot be reached from this address').isVisible()).toBe(false);
  });

  it.each([
    ['at an address that is not the site’s', 'http://consent.example/'],
    ['at an address that only ends like the site’s', 'http://notkopano.com/'],
    ['when the runtime did not arrive', 'http://kopano.com/?broken'],
  ])('offers no control that would do nothing, and leads to the site: %s', async (_, url) => {
    const page = await openPage(url);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByText('cannot be reached from this address').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'kopano.com', exact: true }).getAttribute('href')).toBe(
      'https://kopano.com/',
    );
  });

  it('prints dark text on white paper, also for a reader in dark mode', async () => {
    const page = await openPage('http://kopano.com/', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(
      '[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]',
    );
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(await page.getByRole('button').count()).toBe(0);
  });

  it('reads whole without JavaScript, and says what works without', async () => {
    const page = await openPage('http://kopano.com/', { javaScriptEnabled: false });
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    expect(await page.getByText('VISITOR_INFO1_LIVE').isVisible()).toBe(true);
  });

  it('its contents lead to every section', async () => {
    const page = await openPage('http://kopano.com/', { viewport: { width: 1366, height: 900 } });
    const links = page.getByRole('navigation', { name: 'Contents' }).getByRole('link');
    expect(await links.count()).toBe(10);
    for (const link of await links.all()) {
      const target = page.locator((await link.getAttribute('href')) ?? '');
      expect(await target.textContent()).toBe(await link.textContent());
    }
  });
});
