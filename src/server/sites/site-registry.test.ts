import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { loadLogKeys } from '../log/log-keys.ts';
import { issueSnapshot } from '../snapshot/snapshot-token.ts';
import { openSqliteStore } from '../stores/sqlite-store.ts';
import { FIXTURE_BUNDLES } from '../testing/fixture-bundles.ts';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readCoreConfig, startTestServer, type TestServer } from '../testing/test-server.ts';
import { createSiteRegistry } from './site-registry.ts';

const receipt = async (server: TestServer, id: string) =>
  (await (await fetch(`${server.url}/api/v1/receipts/${id}`)).json()).record;

const script = async (server: TestServer) =>
  readCoreConfig(await (await fetch(`${server.url}/c/shop.js`)).text());

describe('The token of a script', () => {
  it('PRF-004: is the same for every visitor, and the record says on which day it was issued', async () => {
    const server = await startTestServer();
    const { snapshot } = await script(server);
    expect((await script(server)).snapshot).toBe(snapshot);
    const submission = await server.submission();
    expect((await server.post(submission)).status).toBe(201);
    const day = new Date().toISOString().slice(0, 10);
    expect([snapshot.slice(0, 10), (await receipt(server, submission.id)).issuedOn]).toEqual([day, day]);
  });

  it('PRF-004: that waited in a browser for weeks counts as long as what it names does, with its own day', async () => {
    const server = await startTestServer();
    const { configHash, uiRevision } = await script(server);
    const { secret } = loadLogKeys(server.dataDir);
    const old = { site: 'shop', configHash, uiRevision, issuedOn: '2026-01-02' };
    const submission = { ...(await server.submission()), snapshot: issueSnapshot(old, secret) };
    expect((await server.post(submission)).status).toBe(201);
    expect((await receipt(server, submission.id)).issuedOn).toBe('2026-01-02');
  });

  it('PRF-004: names the bundle that ran also after an update of Avowal, under the same configuration', async () => {
    const before = await startTestServer();
    const old = await before.submission();
    await before.close();
    const after = await startTestServer({
      dataDir: before.dataDir,
      bundles: { ...FIXTURE_BUNDLES, ui: 'globalThis.newer=AVOWAL_NOTICE' },
    });
    const fresh = await after.submission();
    expect(fresh.configHash).toBe(old.configHash);
    for (const submission of [old, fresh]) expect((await after.post(submission)).status).toBe(201);
    const [first, second] = [await receipt(after, old.id), await receipt(after, fresh.id)];
    expect(first.bundleHash).not.toBe(second.bundleHash);
    const bundle = await (await after.open(`/api/v1/artefacts/${first.bundleHash}`)).json();
    expect(bundle.ui).toBe(FIXTURE_BUNDLES.ui);
  });

  it('is renewed on the next day, in the script and in its JSON', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-05-01T23:59:00Z') });
    onTestFinished(() => void vi.useRealTimers());
    const folder = temporaryFolder();
    const store = openSqliteStore(join(folder, 'avowal.db'));
    onTestFinished(() => store.close());
    const configFile = join(folder, 'avowal.config.json');
    writeFileSync(configFile, JSON.stringify(fixtureConfig()));
    const facts = { publicUrl: 'https://consent.example', snapshotSecret: 'secret' };
    const sites = createSiteRegistry(store, FIXTURE_BUNDLES, facts);
    const first = await sites.load(configFile);
    await sites.renewSnapshots();
    expect(sites.get('shop')).toBe(first);
    vi.setSystemTime(new Date('2030-05-02T00:01:00Z'));
    await sites.renewSnapshots();
    const renewed = sites.get('shop');
    const days = [first, renewed].map((site) => site?.runtime.snapshot?.slice(0, 10));
    expect(days).toEqual(['2030-05-01', '2030-05-02']);
    const text = new TextDecoder().decode(renewed?.coreScript.identity);
    expect(readCoreConfig(text)).toEqual(renewed?.runtime);
    expect(renewed?.version).toEqual(first.version);
  });
});

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
