import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Command } from 'commander';
import pg from 'pg';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import serve from '../src/cli/commands/serve.ts';
import { openPostgresStore } from '../src/server/stores/postgres-store.ts';
import { fixtureRecord } from '../src/server/testing/fixture-submission.ts';
import {
  freePort,
  newFolder,
  postgresMissing,
  spawnAsPostgres,
} from '../src/server/testing/postgres-cluster.ts';

/** Longer than a busy machine takes. */
const SOON = { timeout: 40_000 };
const CLUSTER = 'deploy/cluster';
const skipped = postgresMissing ? ` (skipped: ${postgresMissing})` : '';

interface Service {
  readonly image?: string;
  readonly command?: string;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>> | readonly string[];
}

describe.each(['deploy/compose.yaml', `${CLUSTER}/compose.yaml`])('%s', (file) => {
  const read = () =>
    parse(readFileSync(file, 'utf8'), { merge: true }) as {
      services: Record<string, Service>;
      volumes: Record<string, unknown>;
    };

  it('names only files, volumes and services that there are', () => {
    const { services, volumes } = read();
    for (const service of Object.values(services)) {
      for (const volume of service.volumes ?? []) {
        const [source = ''] = volume.split(':');
        // The configuration is the operator's own.
        if (basename(source) === 'avowal.config.json') continue;
        if (source.startsWith('.')) expect(existsSync(join(dirname(file), source)), source).toBe(true);
        else expect(Object.keys(volumes)).toContain(source);
      }
      const needed = service.depends_on ?? [];
      for (const name of Array.isArray(needed) ? needed : Object.keys(needed))
        expect(Object.keys(services)).toContain(name);
    }
  });

  it('starts servers with options that they have', () => {
    const program = new Command();
    serve.register(program);
    const known = program.commands[0]?.options.map(({ long }) => long);
    const commands = Object.values(read().services).flatMap(({ command }) => command ?? []);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      expect(command).toMatch(/^serve /);
      for (const [option] of command.matchAll(/--[a-z-]+/g)) expect(known).toContain(option);
    }
  });
});

const hasCaddy = spawnSync('caddy', ['version']).status === 0;
const withoutCaddy = hasCaddy ? '' : ' (skipped: caddy is not installed)';

describe.skipIf(!hasCaddy)('The lines for Caddy', () => {
  it.each(['deploy/Caddyfile', `${CLUSTER}/Caddyfile`])(`Caddy takes %s${withoutCaddy}`, (file) => {
    const HOME = mkdtempSync(join(tmpdir(), 'avowal-caddy-'));
    onTestFinished(() => rmSync(HOME, { recursive: true }));
    const args = ['validate', '--adapter', 'caddyfile', '--config', file];
    const { status, stderr } = spawnSync('caddy', args, {
      env: { PATH: process.env.PATH, HOME },
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
  });
});

describe('deploy/cluster/second.sh', () => {
  it('takes the keys of the first server over at the first start, and leaves them at later ones', () => {
    const folder = mkdtempSync(join(tmpdir(), 'avowal-second-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const at = (...path: string[]) => join(folder, ...path);
    for (const name of ['first', 'data', 'bin']) mkdirSync(at(name));
    for (const name of ['log-keys.json', 'access-key', 'handover-secret', 'spool.db'])
      writeFileSync(at('first', name), 'of the first');
    writeFileSync(at('bin', 'avowal'), '#!/bin/sh\necho "started: $*"\n');
    chmodSync(at('bin', 'avowal'), 0o755);
    const env = { FIRST: at('first'), DATA: at('data'), PATH: `${at('bin')}:${process.env.PATH}` };
    const start = () =>
      spawnSync('sh', [`${CLUSTER}/second.sh`, 'serve', '--data', '/data'], { env, encoding: 'utf8' });
    expect(start().stdout).toBe('started: serve --data /data\n');
    expect(readdirSync(at('data')).sort()).toEqual(['access-key', 'handover-secret', 'log-keys.json']);
    writeFileSync(at('first', 'access-key'), 'another');
    expect(start().status).toBe(0);
    expect(readFileSync(at('data', 'access-key'), 'utf8')).toBe('of the first');
  });
});

describe.skipIf(postgresMissing)(`The scripts of deploy/cluster, run on PostgreSQL${skipped}`, () => {
  const folder = postgresMissing ? '' : newFolder();
  const running = new Set<ChildProcess>();
  afterAll(async () => {
    for (const child of running) {
      child.kill('SIGQUIT');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const passwords = { AVOWAL_PASSWORD: "avowal's", REPLICATION_PASSWORD: 'replication words' };
  const script = (name: string) => {
    copyFileSync(`${CLUSTER}/${name}`, join(folder, name));
    chmodSync(join(folder, name), 0o755);
    return join(folder, name);
  };
  const flags = (data: string, port: number) =>
    ['postgres', '-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1'] as const;
  const start = (command: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const child = spawnAsPostgres(command, env);
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  };
  const done = async (command: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    expect((await once(spawnAsPostgres(command, env), 'exit'))[0], command.join(' ')).toBe(0);
  const ask = async (port: number, query: string) => {
    const client = new pg.Client({ host: folder, port, user: 'postgres', database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(query)).rows;
    } catch {
      return undefined;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const standbys = (port: number) =>
    ask(port, 'SELECT application_name, sync_state FROM pg_stat_replication ORDER BY 1');

  async function startStandby(name: string, primaryPort: number): Promise<number> {
    const port = await freePort();
    const PGDATA = join(folder, `${name}-of-${primaryPort}`);
    start(['sh', script('standby.sh'), ...flags(PGDATA, port)], {
      PGDATA,
      PRIMARY_HOST: '127.0.0.1',
      PRIMARY_PORT: String(primaryPort),
      STANDBY_NAME: name,
      ...passwords,
    });
    await expect.poll(async () => (await ask(port, 'SELECT 1'))?.length, SOON).toBe(1);
    return port;
  }

  it('make a primary whose commits wait for one of two standbys, and lose nothing when one of those is promoted', async () => {
    const port = await freePort();
    const data = join(folder, 'primary');
    await done(['initdb', '-D', data, '-U', 'postgres', '--no-sync', '--auth-host=scram-sha-256']);
    // As the image does it: the script runs against a server for the start, then the real one begins.
    const first = start([...flags(data, port)]);
    await expect.poll(async () => (await ask(port, 'SELECT 1'))?.length, SOON).toBe(1);
    const env = { POSTGRES_USER: 'postgres', PGHOST: folder, PGPORT: String(port), PGDATA: data };
    await done(['sh', script('primary.sh')], { ...env, ...passwords });
    first.kill('SIGINT');
    await once(first, 'exit');
    appendFileSync(join(data, 'pg_hba.conf'), 'host all all all scram-sha-256\n');
    const primary = start([...flags(data, port)]);

    const [one, two] = [await startStandby('standby1', port), await startStandby('standby2', port)];
    await expect
      .poll(() => standbys(port), SOON)
      .toEqual([
        { application_name: 'standby1', sync_state: 'quorum' },
        { application_name: 'standby2', sync_state: 'quorum' },
      ]);

    const hosts = [port, one, two].map((each) => `127.0.0.1:${each}`).join();
    const store = openPostgresStore(
      `postgres://avowal:${encodeURIComponent(passwords.AVOWAL_PASSWORD)}@${hosts}/avowal`,
    );
    onTestFinished(() => store.close());
    expect(await store.waitsForStandby()).toBe(true);
    const record = fixtureRecord();
    await store.keepRecord(record);

    primary.kill('SIGQUIT');
    await once(primary, 'exit');
    await done(['pg_ctl', 'promote', '-w', '-D', join(folder, `standby1-of-${port}`)]);
    // The other one follows by a new copy; until then, commits wait.
    await startStandby('standby2', one);
    await expect
      .poll(() => standbys(one), SOON)
      .toEqual([{ application_name: 'standby2', sync_state: 'quorum' }]);
    await expect
      .poll(() => store.findRecord(['shop'], record.id).catch(() => undefined), SOON)
      .toEqual(record);
    const next = fixtureRecord();
    await expect
      .poll(
        () =>
          store.keepRecord(next).then(
            () => 'kept',
            () => undefined,
          ),
        SOON,
      )
      .toBe('kept');
    expect(await store.logSize()).toBe(2);
  });
});
