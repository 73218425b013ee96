import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../src/server/testing/temporary-folder.ts';
import { startServer } from './measure-server.ts';

it.each(['bare', 'no-op', 'intake'] as const)(
  'the %s server answers every browser, and says what that cost it',
  async (mode) => {
    const server = await startServer(mode, temporaryFolder());
    const measured = await server.load(8, 1e9, 100);
    await server.stop();
    // Each connection finishes the answer that it is at.
    expect(measured.acknowledged).toBeGreaterThanOrEqual(100);
    expect(measured.acknowledged).toBeLessThanOrEqual(108);
    for (const figure of [measured.p50, measured.p99, measured.mainThread, measured.allThreads, measured.rss])
      expect(figure).toBeGreaterThan(0);
  },
);
