import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { SMALL_CONFIG } from '../../knowledge/config/testing/small-config.ts';
import { page, type RunningHosts, startHosts } from '../../scan/testing/start-hosts.ts';
import { openPostgresDatabase } from '../../server/stores/postgres-database.ts';
import { type PostgresNode, postgresMissing, startPostgres } from '../../server/testing/postgres-cluster.ts';
import { type CliRun, runCli, startCli } from '../testing/run-cli.ts';

const skipped = postgresMissing ? ` (skipped: ${postgresMissing})` : '';
/** Longer than a busy machine takes. */
const SOON = { timeout: 60_000 };

const folder = mkdtempSync(join(tmpdir(), 'avowal-worker-'));
let site: RunningHosts;
/** Whether the site lets a page wait for ever. */
let isStuck = false;
beforeAll(async () => {
  writeFileSync(join(folder, 'avowal.config.json'), JSON.stringify(SMALL_CONFIG));
  const answer = page("<h1>A shop</h1><script>document.cookie = '_ga=GA1.1.1.1; max-age=9999'</script>");
  site = await startHosts({ '*/': (request, response) => void (isStuck || answer(request, response)) });
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const visits = () => site.log.filter((place) => place === 'example.org/').length;
const allowed = () => ['--insecure', '--allow-private', '--resolve', site.resolve[0] ?? ''];

/** Starts a worker that ends with the test. */
function startWorker(env: NodeJS.ProcessEnv = {}): CliRun & { stop(): Promise<string> } {
  const run = startCli(['worker', '--scenarios', 'none', ...allowed()], folder, env);
  const stop = async () => {
    run.child.kill('SIGTERM');
    return (await run.ended).stderr;
  };
  onTestFinished(async () => void (await stop()));
  return { ...run, stop };
}

describe('avowal worker', () => {
  it('says what is wrong before it waits for the night: no browser, no configuration, no such time', async () => {
    const ends = [
      { args: ['--browser', '/nowhere/chromium'], code: 3, says: /browser/i },
      { args: ['--config', 'nowhere.json'], code: 2, says: /There is no configuration at nowhere\.json/ },
      { args: ['--at', '25:00'], code: 2, says: /Write a time such as 03:00/ },
    ];
    for (const { args, code, says } of ends) {
      const result = await runCli(['worker', ...args], folder);
      expect(result.code, result.stderr).toBe(code);
      expect(result.stderr).toMatch(says);
    }
  });

  it('gives a scan up when it is stopped, makes up for it at the next start, and scans once a night; keeps pictures of the notice', async () => {
    const kept = join(folder, 'avowal-data', 'example', 'audit.json');
    isStuck = true;
    const first = startWorker();
    await expect.poll(visits, SOON).toBeGreaterThan(0);
    expect(await first.stop()).toContain('"event":"stopped"');
    expect(existsSync(kept)).toBe(false);

    isStuck = false;
    const second = startWorker();
    await expect.poll(() => existsSync(kept), SOON).toBe(true);
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({
      site: 'https://example.org',
      complete: true,
    });
    expect(await second.stop()).toMatch(
      /"event":"site scanned","site":"example","pages":1,"trackers":1,"errors":/,
    );

    const served = startCli(['serve', '--port', '0'], folder);
    await served.printed('http://');
    served.child.kill('SIGTERM');
    await served.ended;
    const third = startWorker();
    const pictures = () => {
      const database = new DatabaseSync(join(folder, 'avowal-data', 'avowal.db'), { readOnly: true });
      const rows = database.prepare('SELECT viewport FROM notice_pictures ORDER BY viewport').all();
      database.close();
      return rows.map(({ viewport }) => viewport);
    };
    // English and German.
    await expect.poll(pictures, SOON).toEqual(['desktop', 'desktop', 'phone', 'phone']);
    expect(await third.stop()).not.toContain('scan begun');
  });
});

describe.skipIf(postgresMissing)(`avowal worker --database${skipped}`, () => {
  let node: PostgresNode;
  beforeAll(async () => {
    node = await startPostgres();
  });
  afterAll(() => node?.remove());

  it('leaves the job of a worker that was killed to another one; every server shows what that found, and pictures are kept', async () => {
    const env = { AVOWAL_DATABASE: node.url };
    await runCli(['publish'], folder, env);
    isStuck = true;
    const before = visits();
    const killed = startWorker(env);
    await expect.poll(visits, SOON).toBeGreaterThan(before);
    killed.child.kill('SIGKILL');
    await killed.ended;
    // The minutes in which nothing is heard of it, without the wait.
    node.run(
      "UPDATE avowal_jobs.job SET heartbeat_on = heartbeat_on - interval '1 hour' WHERE state = 'active'",
      'UPDATE avowal_jobs.queue SET monitor_on = NULL, monitor_claim_on = NULL',
    );

    isStuck = false;
    const server = startCli(['serve', '--port', '0', '--json', '--data', 'other-data'], folder, env);
    onTestFinished(async () => {
      server.child.kill('SIGTERM');
      await server.ended;
    });
    const { url, adminUrl } = JSON.parse(await server.printed('\n}\n'));
    startWorker(env);
    const headers = { authorization: `Bearer ${new URL(adminUrl).searchParams.get('key')}` };
    const read = async (path: string) => (await fetch(`${url}${path}`, { headers })).text();
    await expect.poll(() => read('/sites/example/audit'), SOON).toContain('https://example.org');
    const database = openPostgresDatabase(node.url);
    onTestFinished(() => database.close());
    const pictures = () => database.query('SELECT viewport FROM notice_pictures');
    await expect.poll(pictures, SOON).toHaveLength(4);
    expect(await read('/sites/example/report')).toContain('_ga');
    expect(await read('/sites/example')).toMatch(/Audit: <span class="tag fail">\d+ errors?<\/span>/);
  });
});
