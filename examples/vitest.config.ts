import { defineConfig } from 'vitest/config';

/** The examples, built and driven in a browser; apart from the other tests since they install frameworks. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*/*.e2e.test.ts'],
    globalSetup: ['testing/global-setup.ts'],
    maxWorkers: 1,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
});
