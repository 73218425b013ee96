import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const receipt = async (server: TestServer, id: string) =>
  (await (await fetch(`${server.url}/api/v1/receipts/${id}`)).json()).record;

describe('The intake and an edited configuration', () => {
  it('a page that was built with the version before is still taken at its word', async () => {
    const server = await startTestServer();
    const old = await server.submission();
    const config = fixtureConfig();
    config.purposes[1] = {
      ...config.purposes[1],
      id: 'statistics',
      name: 'Statistics',
      description: 'Count.',
    };
    config.services[0] = { ...config.services[0], id: 'matomo', purpose: 'statistics' };
    writeFileSync(server.configFile, JSON.stringify(config));
    await expect
      .poll(async () => (await server.submission()).configHash, { timeout: 5000 })
      .not.toBe(old.configHash);
    expect((await server.post(old)).status).toBe(201);
    expect(await receipt(server, old.id)).toMatchObject({
      configHash: old.configHash,
      purposes: { analytics: 'granted' },
    });
    const fresh = await server.submission({ purposes: { statistics: 'granted', marketing: 'granted' } });
    expect((await server.post(fresh)).status).toBe(201);
    const page = await (await server.open(`/records/${old.id}`)).text();
    expect(page).toContain('Analytics');
  });

  it('a broken edit keeps the last good version, says so in log and dashboard, and can be mended', async () => {
    const server = await startTestServer();
    const before = await server.submission();
    writeFileSync(server.configFile, '{ "site": ');
    await expect
      .poll(() => server.lines.some((line) => line.includes('configuration refused')), { timeout: 5000 })
      .toBe(true);
    expect((await server.post(before)).status).toBe(201);
    expect(await (await server.open('/sites/shop')).text()).toContain('is broken');
    writeFileSync(server.configFile, JSON.stringify(fixtureConfig()));
    await expect
      .poll(async () => (await server.open('/sites/shop')).text(), { timeout: 5000 })
      .not.toContain('is broken');
  });
});
