import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './src/scan/browser/find-browser.ts';

const executablePath = findBrowser()?.executablePath;

export default defineConfig({
  resolve: {
    alias: { 'avowal/rewrite': fileURLToPath(new URL('./src/rewrite/index.ts', import.meta.url)) },
  },
  test: {
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          // Property tests take seconds on a machine that does something else as well.
          testTimeout: 60_000,
          // To make a database cluster also does.
          hookTimeout: 60_000,
          include: [
            'src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'demo/**/*.test.ts',
            'fleet/**/*.test.ts',
            'examples/cloudflare-worker/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.browser.test.ts', '**/*.e2e.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          include: ['src/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath && { executablePath }),
                args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          sequence: { groupOrder: 2 },
          include: ['src/**/*.e2e.test.ts', 'demo/**/*.e2e.test.ts', 'scripts/**/*.e2e.test.ts'],
          // They wait more than they work.
          maxWorkers: 3,
          // Many start the command line, which takes a third less where its modules were compiled before.
          env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('./node_modules/.cache/node', import.meta.url)) },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
