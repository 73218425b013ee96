import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findRegime } from '../../knowledge/find-regime.ts';
import type { Verdict } from '../../model/audit-report.ts';
import { judgeInventory } from '../judge-inventory.ts';
import { auditInput, request, sessionCookie, tracker } from '../testing/audited-site.ts';
import { axeFaults } from '../testing/axe-faults.ts';
import { launchChromium } from '../testing/launch-chromium.ts';
import { sampleInventory } from '../testing/sample-inventory.ts';
import html from './html.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-audit-report-'));
const picture = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const REPORTS = {
  hostile: judgeInventory({ inventory: sampleInventory, regime: findRegime('eu') }),
  careless: judgeInventory(auditInput({ trackers: [tracker(), sessionCookie], requests: [request()] })),
};
let browser: Browser;

beforeAll(async () => {
  for (const [name, report] of Object.entries(REPORTS))
    writeFileSync(
      join(folder, `${name}.html`),
      html.render({ report, pictures: { 'page-001.jpg': picture } }),
    );
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function open(name: keyof typeof REPORTS, options: Parameters<Browser['newContext']>[0] = {}) {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  return page;
}

it.each([320, 1366])(
  'A11Y has no violation that axe finds at %i px, light or dark, and does not scroll sideways',
  async (width) => {
    const page = await open('hostile', { viewport: { width, height: 900 }, bypassCSP: true });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.context().close();
  },
);

it('runs nothing and loads nothing of what a site says, even where its policy did not hold', async () => {
  const page = await open('hostile', { bypassCSP: true });
  expect(await page.title()).toBe('Audit of www.example.org');
  expect(await page.locator('script,iframe,object,form,[onerror],img:not([src^="data:"])').count()).toBe(0);
  await page.context().close();
});

it('shows one kind of findings alone, by keyboard too, and without a script', async () => {
  const page = await open('careless');
  const shown = (verdict: Verdict) => page.locator(`.finding.${verdict}:visible`).count();
  const { findings } = REPORTS.careless;
  const of = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  expect(await page.locator('.finding:visible').count()).toBe(findings.length);
  await page.getByRole('radio', { name: /^Failed/ }).focus();
  await page.keyboard.press('Space');
  expect([await shown('fail'), await shown('review'), await shown('pass')]).toEqual([of('fail'), 0, 0]);
  await page.keyboard.press('ArrowRight');
  expect([await shown('fail'), await shown('review'), await shown('pass')]).toEqual([0, of('review'), 0]);
  await page.context().close();
});

it('gives with each finding what to do, the rules, the page, and the line of the script', async () => {
  const page = await open('careless');
  const first = page.locator('.finding').first();
  await first.locator('summary').click();
  const text = `${await page.locator('.group').first().innerText()} ${await first.innerText()}`;
  for (const part of [
    'Error',
    'What to do',
    'LAW-BLOCK-001',
    'Before the visitor says yes',
    'ePrivacy',
    'https://www.example.org/matomo.js:3',
    'No choice',
  ])
    expect(text).toContain(part);
  await page.context().close();
});

it('shows everything on paper, whatever the filter says', async () => {
  const page = await open('careless');
  await page.locator('label', { hasText: 'Passed' }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.finding:visible').count()).toBe(REPORTS.careless.findings.length);
  expect(await page.locator('.evidence').first().isVisible()).toBe(true);
  expect(await page.locator('.filter').isVisible()).toBe(false);
  await page.context().close();
});
