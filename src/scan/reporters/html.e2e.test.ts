import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../testing/axe-faults.ts';
import { launchChromium } from '../testing/launch-chromium.ts';
import { sampleInventory } from '../testing/sample-inventory.ts';
import html from './html.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-report-'));
const file = join(folder, html.file);
let browser: Browser;

beforeAll(async () => {
  const picture = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  writeFileSync(file, html.render({ inventory: sampleInventory, pictures: { 'page-001.jpg': picture } }));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function open(options: Parameters<Browser['newContext']>[0]) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  return page;
}

it.each([320, 1366])(
  'A11Y has no violation that axe finds at %i px, light or dark, and does not scroll sideways',
  async (width) => {
    const page = await open({ viewport: { width, height: 900 }, bypassCSP: true });
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.context().close();
  },
);

describe('what a site says of itself', () => {
  it('runs nothing and loads nothing, even where the policy of the report did not hold', async () => {
    const page = await open({ bypassCSP: true });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.reload();
    expect(await page.title()).toBe('Scan of www.example.org');
    expect(
      await page
        .locator('script,iframe,object,embed,form,[onerror],[onclick],img:not([src^="data:"])')
        .count(),
    ).toBe(0);
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    await page.context().close();
  });

  it('could not run anything either: the policy of the report refuses scripts', async () => {
    const page = await open({});
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "owned"';
      document.head.append(script);
    });
    expect(await page.title()).toBe('Scan of www.example.org');
    await page.context().close();
  });

  it('GCM-010 says what the site told others about the answer, what was granted apart from what was denied', async () => {
    const page = await open({});
    const told = page.getByRole('region', { name: 'What the site told others about the answer' });
    await told.getByRole('heading', { name: 'No choice 3' }).waitFor();
    const [sent] = await told.getByRole('listitem').filter({ hasText: 'gcs=G101' }).allInnerTexts();
    expect(sent).toContain('Granted analytics_storage');
    expect(sent).toContain('Denied ad_storage');
    await page.context().close();
  });

  it.each([
    ['nobody was told anything', [], 'Nothing that is understood'],
    ['the scan did not look', undefined, 'from before consent signals were looked at'],
  ] as const)('says so where %s', async (_, signals, words) => {
    const { signals: __, ...old } = sampleInventory;
    const page = await open({});
    await page.setContent(html.render({ inventory: { ...old, ...(signals && { signals }) }, pictures: {} }));
    await page.getByText(words).waitFor();
    await page.context().close();
  });

  it('is there to read, the long name shortened', async () => {
    const page = await open({});
    const text = await page.locator('main').innerText();
    expect(text).toContain('<script>document.title="owned"</script>');
    expect(text).not.toContain('n'.repeat(200));
    await page.context().close();
  });
});

it('says the sum first, groups by purpose with review on top, and shows everything on paper', async () => {
  const page = await open({});
  expect(await page.locator('.lead').innerText()).toMatch(/^On 2 pages, the scan saw 5 trackers/);
  const groups = await page
    .getByRole('region', { name: 'Trackers', exact: true })
    .locator('h3')
    .allInnerTexts();
  expect(groups.map((text) => text.replace(/\s+\d+$/, ''))).toEqual([
    'Needs review',
    'Marketing',
    'Analytics',
    'Necessary',
  ]);
  await page.reload();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.evidence').first().isVisible()).toBe(true);
  await page.context().close();
});
