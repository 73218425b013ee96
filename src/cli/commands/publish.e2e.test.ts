import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { SMALL_CONFIG } from '../../knowledge/config/testing/small-config.ts';
import { loadLogKeys } from '../../server/log/log-keys.ts';
import { type PostgresNode, postgresMissing, startPostgres } from '../../server/testing/postgres-cluster.ts';
import { runCli, startCli } from '../testing/run-cli.ts';

const skipped = postgresMissing ? ` (skipped: ${postgresMissing})` : '';
/** Longer than a busy machine takes. */
const SOON = { timeout: 30_000 };

describe.skipIf(postgresMissing)(`Servers in processes of their own at one database${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'avowal-publish-'));
  let node: PostgresNode;
  beforeAll(async () => {
    node = await startPostgres();
    for (const name of ['one', 'two']) {
      mkdirSync(join(folder, name, 'avowal-data'), { recursive: true });
      write(name, 'Example');
    }
    loadLogKeys(join(folder, 'one', 'avowal-data'));
    cpSync(join(folder, 'one'), join(folder, 'two'), { recursive: true });
  });
  afterAll(async () => {
    await node?.remove();
    rmSync(folder, { recursive: true });
  });

  const configOf = (name: string) =>
    JSON.stringify({ ...SMALL_CONFIG, site: { ...SMALL_CONFIG.site, name } });
  const write = (server: string, name: string) =>
    writeFileSync(join(folder, server, 'avowal.config.json'), configOf(name));

  async function start(name: string) {
    const env = { AVOWAL_DATABASE: node.url };
    const args = ['serve', '--port', '0', '--json', '--public-url', '/_avowal'];
    const run = startCli(args, join(folder, name), env);
    const stop = async () => {
      run.child.kill('SIGTERM');
      return run.ended;
    };
    onTestFinished(async () => void (await stop()));
    const { url } = JSON.parse(await run.printed('\n}\n'));
    const script = async () => (await fetch(`${url}/c/example.js`)).text();
    const find = async (key: string) => new RegExp(`"${key}":"([^"]+)"`).exec(await script())?.[1];
    return { url, stop, find, hash: () => find('configHash') };
  }

  it('serve what was edited on one of them, take answers to what was there before, and go back only when told', async () => {
    let [one, two] = [await start('one'), await start('two')];
    const first = await one.hash();
    expect(await two.hash()).toBe(first);
    const answer = {
      id: '7f0f6c1e-9a55-4f3e-8c11-2f6a3a1b0c01',
      site: 'example',
      consentId: '0c7d6c1e-9a55-4f3e-8c11-2f6a3a1b0c02',
      action: 'reject',
      layer: 'notice',
      regime: 'eu',
      locale: 'en',
      configHash: first,
      snapshot: await two.find('snapshot'),
      gpc: false,
      clientTime: '2026-11-23T10:00:00.000Z',
      supersedes: null,
      purposes: { statistics: 'denied', commercial: 'denied' },
      services: {},
    };

    write('one', 'Example, edited');
    await expect.poll(one.hash, SOON).not.toBe(first);
    const edited = await one.hash();
    await expect.poll(two.hash, SOON).toBe(edited);
    const response = await fetch(`${two.url}/api/v1/consents`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://www.example.org' },
      body: JSON.stringify(answer),
    });
    expect(response.status).toBe(201);

    // Its own file is the earlier one: it neither serves that nor gives it to the other.
    await two.stop();
    two = await start('two');
    expect(await two.hash()).toBe(edited);
    expect(await one.hash()).toBe(edited);

    await two.stop();
    await node.stop();
    two = await start('two');
    expect(await two.hash()).toBe(edited);
    const { stderr } = await two.stop();
    expect(stderr).toContain('another server published a later configuration than this');
    write('one', 'Example, edited while the database is away');
    await expect.poll(one.hash, SOON).not.toBe(edited);
    const last = await one.hash();
    await node.start();
    two = await start('two');
    await expect.poll(two.hash, SOON).toBe(last);

    const published = await runCli(['publish', '--json'], join(folder, 'two'), { AVOWAL_DATABASE: node.url });
    expect(JSON.parse(published.stdout)).toEqual({ site: 'example', configHash: first });
    await expect.poll(one.hash, SOON).toBe(first);
    await expect.poll(two.hash, SOON).toBe(first);
  });

  it('publish says that it needs a database, and refuses a broken file', async () => {
    const without = await runCli(['publish'], join(folder, 'one'));
    expect(without.code).toBe(2);
    expect(without.stderr).toContain('publish needs --database');
    writeFileSync(join(folder, 'broken.json'), '{');
    const broken = await runCli(['publish', '-c', 'broken.json', '--database', node.url], folder);
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain('is not valid JSON');
  });
});
