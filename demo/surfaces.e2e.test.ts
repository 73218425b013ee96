import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults } from '../src/scan/testing/axe-faults.ts';
import { launchChromium } from '../src/scan/testing/launch-chromium.ts';
import { type RunningPath, runDemo } from './run-demo.ts';
import { surfaces } from './surfaces.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'avowal-surfaces-'));
let path: RunningPath;
let browser: Browser;
beforeAll(async () => {
  path = await runDemo({ port: 0, dataDir, onStep: () => {}, onProgress: () => {} });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await path?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it.each([320, 1366])(
  'A11Y-013 axe finds nothing wrong at %i px, light or dark, with notice, preferences, placeholder, policy page, report, audit and dashboard',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'en-GB' });
    const page = await context.newPage();
    for (const { name, show } of surfaces(path)) {
      await show(page);
      await page.waitForTimeout(300);
      const found = await axeFaults(page);
      expect({ name, found }).toEqual({ name, found: [] });
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect({ name, sideways }).toEqual({ name, sideways: 0 });
    }
    await context.close();
  },
);
