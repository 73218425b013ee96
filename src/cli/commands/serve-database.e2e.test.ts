import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL_CONFIG } from '../../knowledge/config/testing/small-config.ts';
import { openSpool } from '../../server/stores/spool.ts';
import { fixtureRecord } from '../../server/testing/fixture-submission.ts';
import { type PostgresNode, postgresMissing, startPostgres } from '../../server/testing/postgres-cluster.ts';
import { runCli, startCli } from '../testing/run-cli.ts';

const skipped = postgresMissing ? ` (skipped: ${postgresMissing})` : '';

describe.skipIf(postgresMissing)(`avowal serve --database${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'avowal-database-'));
  let node: PostgresNode;
  beforeAll(async () => {
    writeFileSync(join(folder, 'avowal.config.json'), JSON.stringify(SMALL_CONFIG));
    node = await startPostgres();
  });
  afterAll(async () => {
    await node?.remove();
    rmSync(folder, { recursive: true });
  });

  it('keeps records in the database, and the commands on records find them there', async () => {
    const env = { AVOWAL_DATABASE: node.url };
    const run = startCli(['serve', '--port', '0', '--json'], folder, env);
    const { url } = JSON.parse(await run.printed('\n}\n'));
    const script = await (await fetch(`${url}/c/example.js`)).text();
    const find = (name: string) => new RegExp(`"${name}":"([^"]+)"`).exec(script)?.[1];
    const consentId = '0c7d6c1e-9a55-4f3e-8c11-2f6a3a1b0c02';
    const answer = {
      id: '7f0f6c1e-9a55-4f3e-8c11-2f6a3a1b0c01',
      site: 'example',
      consentId,
      action: 'reject',
      layer: 'notice',
      regime: 'eu',
      locale: 'en',
      configHash: find('configHash'),
      snapshot: find('snapshot'),
      gpc: false,
      clientTime: '2026-11-23T10:00:00.000Z',
      supersedes: null,
      purposes: { statistics: 'denied', commercial: 'denied' },
      services: {},
    };
    const response = await fetch(`${url}/api/v1/consents`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://www.example.org' },
      body: JSON.stringify(answer),
    });
    expect(response.status).toBe(201);
    run.child.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);

    const [exported, audit] = await Promise.all([
      runCli(['records', 'export'], folder, env),
      runCli(['records', 'audit', '--json'], folder, env),
    ]);
    expect(JSON.parse(exported.stdout)).toMatchObject({ id: answer.id, action: 'reject' });
    expect(JSON.parse(audit.stdout)).toMatchObject({ records: 1, problems: [] });
    const erased = await runCli(['records', 'erase', consentId, '--yes', '--database', node.url], folder);
    expect(erased.stdout).toContain('Erased: 1.');
    expect((await runCli(['records', 'audit', '--json'], folder, env)).stdout).toContain('"erased": 1');
  });

  it('names what the database refused, and sends it once more when told', async () => {
    const data = join(folder, 'refused');
    const missing = await runCli(['records', 'quarantine', '--data', 'nowhere'], folder);
    expect({ code: missing.code, stderr: missing.stderr }).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('spool.db could not be used: it does not exist'),
    });
    const spool = openSpool(join(data, 'spool.db'));
    const show = (...args: string[]) => runCli(['records', 'quarantine', '--data', data, ...args], folder);
    expect((await show()).stdout).toContain('Nothing was set aside');
    const record = fixtureRecord();
    await spool.keepRecord(record.site, record.id, JSON.stringify(record));
    await spool.setAside((await spool.next(1))[0]?.seq ?? 0, 'violates a check', new Date());
    const shown = await show();
    expect(shown.code).toBe(1);
    expect(shown.stdout).toContain(`record ${record.id} of shop\n  violates a check`);
    expect(JSON.parse((await show('--json')).stdout)).toMatchObject([{ content: { id: record.id } }]);
    const retried = await show('--retry');
    expect({ code: retried.code, stdout: retried.stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Put back: 1.'),
    });
    expect(await spool.next(2)).toMatchObject([{ kind: 'record', record }]);
    await spool.close();
  });

  it('ends with 3 where the database does not answer at the first start, and names it without its password', async () => {
    const database = 'postgres://avowal:secret-word@127.0.0.1:1/avowal';
    const { code, stderr } = await runCli(
      ['serve', '--port', '0', '--data', 'new', '--database', database],
      folder,
    );
    expect(code).toBe(3);
    expect(stderr).toContain('postgres://avowal@127.0.0.1:1/avowal could not be used');
    expect(stderr).not.toContain('secret-word');
  });
});
