import { describe, expect, it } from 'vitest';
import { readCoreConfig, startTestServer } from '../testing/test-server.ts';

describe('The configuration of a script', () => {
  it('as JSON is the one that stands in the script', async () => {
    const server = await startTestServer();
    const json = await (await fetch(`${server.url}/c/shop.json`)).json();
    expect(json).toEqual(readCoreConfig(await (await fetch(`${server.url}/c/shop.js`)).text()));
    expect((await fetch(`${server.url}/c/other.json`)).status).toBe(404);
  });
});
