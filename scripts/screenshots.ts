// Takes the pictures of docs/images from the running demo: every surface, phone and desktop, light and dark.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemo } from '../demo/run-demo.ts';
import { surfaces } from '../demo/surfaces.ts';
import { launchChromium } from '../src/scan/testing/launch-chromium.ts';

const VIEWPORTS = { desktop: { width: 1366, height: 860 }, phone: { width: 390, height: 844 } };
const OUT = 'docs/images';

mkdirSync(OUT, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'avowal-pictures-'));
const path = await runDemo({ port: 0, dataDir, onStep: () => {}, onProgress: () => {} });
const browser = await launchChromium();
for (const [width, viewport] of Object.entries(VIEWPORTS)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      viewport,
      colorScheme,
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    for (const { name, show } of surfaces(path)) {
      await show(page);
      await page.waitForTimeout(400);
      await page.screenshot({ path: `${OUT}/${name}-${width}-${colorScheme}.png` });
      console.log(`${OUT}/${name}-${width}-${colorScheme}.png`);
    }
    await context.close();
  }
}
await browser.close();
await path.close();
rmSync(dataDir, { recursive: true, force: true });
