import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe.each([320, 1366])('at %i px', (width) => {
  it.each(['light', 'dark'] as const)(
    'A11Y-013 axe finds nothing wrong in %s with notice, preferences, placeholder, policy page, report, audit and dashboard',
    async (colorScheme) => {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
        locale: 'en-GB',
      });
      const page = await context.newPage();
      for (const { name, show } of surfaces(path)) {
        await show(page);
        await page.waitForTimeout(300);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        );
        expect({ name, found }).toEqual({ name, found: [] });
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect({ name, sideways }).toEqual({ name, sideways: 0 });
      }
      await context.close();
    },
  );
});
