import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../../src/scan/testing/axe-faults.ts';
import { type RunningDemo, startDemoSite } from '../start-demo-site.ts';
import { openBrowser } from '../testing/open-browser.ts';

const PAGES = [
  '/',
  '/de/',
  '/product',
  '/blog/a-week-without-an-inbox',
  '/contact',
  '/contact?sent',
  '/releases',
  '/privacy',
  '/cookie-policy',
  '/no-such-page',
];

let demo: RunningDemo;
let browser: Browser;

beforeAll(async () => {
  demo = await startDemoSite({ port: 0 });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await demo.close();
});

describe.each([320, 1366])('at %i px', (width) => {
  it('every page, frames included, has no violation, light or dark, and nothing to scroll sideways', async () => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    const problems: string[] = [];
    const look = async (name: string) => {
      problems.push(...(await axeFaults(page)).map((fault) => `${name}: ${fault}`));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) problems.push(`${name}: ${over} px too wide`);
    };
    for (const path of PAGES) {
      await page.goto(new URL(path, demo.url).href, { waitUntil: 'load' });
      await look(path);
    }
    await page.goto(new URL('/product', demo.url).href);
    await page.getByRole('button', { name: 'Add to basket: Team' }).click();
    await look('/product with a full basket');
    await page.goto(new URL('/contact', demo.url).href);
    await page.getByRole('button', { name: 'Send' }).click();
    await look('/contact with errors');
    await context.close();
    expect(problems).toEqual([]);
  });
});
