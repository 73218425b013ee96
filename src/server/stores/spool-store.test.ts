import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { fixtureRecord } from '../testing/fixture-submission.ts';
import { describeLogStore } from '../testing/log-store-contract.ts';
import { type PostgresNode, postgresMissing, startPostgres } from '../testing/postgres-cluster.ts';
import { describeRecordStore } from '../testing/record-store-contract.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { PendingEntry } from './log-store.ts';
import { openServerStore } from './open-store.ts';
import { openPostgresDatabase } from './postgres-database.ts';
import { openPostgresStore } from './postgres-store.ts';
import { openSpool } from './spool.ts';
import type { Acknowledgement } from './spool-store.ts';

const skipped = postgresMissing ? ` (skipped: ${postgresMissing})` : '';
/** Longer than a busy machine takes. */
const SOON = { timeout: 30_000 };
const quiet = () => undefined;
/** What a server says at the start, since the cluster of this test has no standby. */
const LONELY = 'no synchronous standby: records are lost with the host of the database';

describe.skipIf(postgresMissing)(`A spool before PostgreSQL${skipped}`, () => {
  let node: PostgresNode;
  let schemas = 0;
  beforeAll(async () => {
    node = await startPostgres();
  });
  afterAll(() => node?.remove());

  async function newDatabase(): Promise<string> {
    schemas += 1;
    const admin = openPostgresDatabase(node.url);
    await admin.query(`CREATE SCHEMA spool_${schemas}`);
    await admin.close();
    return `${node.url}?options=-c%20search_path%3Dspool_${schemas}`;
  }
  const open = async (
    database: string,
    dataDir: string,
    acknowledgement: Acknowledgement = 'local',
    log = quiet,
  ) => (await openServerStore({ dataDir, database, acknowledgement, log })).store;

  /** What the database holds, however it got there. */
  async function kept(database: string) {
    const store = openPostgresStore(database);
    onTestFinished(() => store.close());
    const ids = async () => (await store.listRecords('shop', { limit: 9999 })).map(({ id }) => id);
    return { store, ids };
  }
  const sorted = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id).sort();

  /** Runs work while nobody answers at the database. */
  async function whileAway<T>(work: () => Promise<T>): Promise<T> {
    await node.stop();
    try {
      return await work();
    } finally {
      await node.start();
    }
  }

  describeRecordStore('A spool that acknowledges after the database', async () =>
    open(await newDatabase(), temporaryFolder(), 'replicated'),
  );
  describeLogStore('A spool that acknowledges after the database', async () =>
    open(await newDatabase(), temporaryFolder(), 'replicated'),
  );

  it('acknowledges while the database is away, and forwards in order when it is back', async () => {
    const database = await newDatabase();
    const events: string[] = [];
    const dataDir = temporaryFolder();
    const { store } = await openServerStore({
      dataDir,
      database,
      acknowledgement: 'local',
      log: (_level, event) => events.push(event),
    });
    const { ids, store: target } = await kept(database);
    const first = fixtureRecord();
    await store.keepRecord(first);
    await expect.poll(ids, SOON).toEqual([first.id]);
    const records = Array.from({ length: 1500 }, () => fixtureRecord());
    await whileAway(async () => {
      const results = await Promise.all(records.map((record) => store.keepRecord(record)));
      expect(results.every((result) => result?.isNew)).toBe(true);
      expect((await store.keepRecord(records[0] as never))?.isNew).toBe(false);
      expect(await store.findRecord(['shop'], records[7]?.id ?? '')).toEqual(records[7]);
      await store.check();
      await expect(store.countActions('shop', '2026-01-01')).rejects.toMatchObject({ code: 'STORE_FAILED' });
    });
    await expect.poll(async () => (await ids()).sort(), SOON).toEqual(sorted([first, ...records]));
    expect((await target.listEntries(1, 1500)).map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    expect(await target.findContradictions()).toEqual([]);
    expect(new Set(events)).toEqual(
      new Set([LONELY, 'database away, records wait in the spool', 'database back']),
    );
    await store.close();
  });

  it('starts while the database is away where it has run before, and only there; a restart empties the spool', async () => {
    const database = await newDatabase();
    const [dataDir, newDir] = [temporaryFolder(), temporaryFolder()];
    await (await open(database, dataDir)).close();
    const record = fixtureRecord();
    const artefact = { hash: 'e'.repeat(64), kind: 'notice', content: '{}' } as const;
    await whileAway(async () => {
      await expect(open(database, newDir)).rejects.toMatchObject({ code: 'STORE_FAILED' });
      expect(existsSync(join(newDir, 'spool.db'))).toBe(false);
      const store = await open(database, dataDir);
      await store.keepArtefacts([artefact]);
      await store.keepRecord(record);
      await store.close();
    });
    const { ids, store: target } = await kept(database);
    expect(await target.check().then(ids)).toEqual([]);
    const again = await open(database, dataDir);
    await expect.poll(ids, SOON).toEqual([record.id]);
    expect(await target.findArtefact(artefact.hash)).toEqual(artefact);
    await again.close();
  });

  it('PRF-001: forwards again what it did not know to be committed, and it is there once', async () => {
    const database = await newDatabase();
    const [dataDir, copyDir] = [temporaryFolder(), temporaryFolder()];
    await (await open(database, dataDir)).close();
    const records = Array.from({ length: 50 }, () => fixtureRecord());
    await whileAway(async () => {
      const store = await open(database, dataDir);
      await Promise.all(records.map((record) => store.keepRecord(record)));
      await store.close();
      for (const end of ['', '-wal']) {
        if (existsSync(join(dataDir, `spool.db${end}`)))
          copyFileSync(join(dataDir, `spool.db${end}`), join(copyDir, `spool.db${end}`));
      }
    });
    const { ids, store: target } = await kept(database);
    // The copy is the spool of a server that was killed after COMMIT and before it let go of anything.
    for (const folder of [dataDir, copyDir]) {
      const store = await open(database, folder);
      await expect.poll(async () => (await ids()).sort(), SOON).toEqual(sorted(records));
      await store.close();
    }
    expect(await target.logSize()).toBe(50);
    expect(await target.countActions('shop', '2026-01-01')).toMatchObject([{ count: 50 }]);
  });

  it('PRF-010: a record that waits has no place in the log yet, and says so', async () => {
    const database = await newDatabase();
    const store = await open(database, temporaryFolder());
    const record = fixtureRecord();
    await whileAway(async () => {
      await store.keepRecord(record);
      expect(await store.findEntry(['shop'], record.id)).toEqual({
        record,
        isPending: true,
      } satisfies PendingEntry);
    });
    await expect
      .poll(() => store.findEntry(['shop'], record.id), SOON)
      .toMatchObject({ record, leafIndex: 0 });
    await store.close();
  });

  it('lists what waits and what was forwarded together, newest first', async () => {
    const database = await newDatabase();
    const store = await open(database, temporaryFolder());
    const records = Array.from({ length: 30 }, (_, n) =>
      fixtureRecord({ receivedAt: new Date(Date.UTC(2026, 10, 1, 0, n)).toISOString() }),
    );
    for (const record of records) {
      await store.keepRecord(record);
      expect((await store.listRecords('shop', { limit: 1 }))[0]).toEqual(record);
    }
    const before = records[20]?.receivedAt ?? '';
    expect(await store.listRecords('shop', { limit: 3, before })).toEqual([
      records[19],
      records[18],
      records[17],
    ]);
    await store.close();
  });

  it('PRF-001: sets aside what the database refuses, forwards the rest, and keeps what was set aside until it is taken', async () => {
    const database = await newDatabase();
    const events: string[] = [];
    const dataDir = temporaryFolder();
    const log = (_level: string, event: string, facts = {}) => events.push(event + JSON.stringify(facts));
    const start = () => openServerStore({ dataDir, database, acknowledgement: 'local', log });
    const { store } = await start();
    const { ids, store: target } = await kept(database);
    const first = fixtureRecord();
    await store.keepRecord(first);
    await expect.poll(ids, SOON).toEqual([first.id]);
    const admin = openPostgresDatabase(database);
    onTestFinished(() => admin.close());
    await admin.query(`ALTER TABLE records ADD CONSTRAINT strict CHECK (consent_id <> 'strange')`);
    const good = Array.from({ length: 40 }, () => fixtureRecord());
    const nul = fixtureRecord({ consentId: 'no\0text' });
    const strange = fixtureRecord({ consentId: 'strange' });
    const all = [...good.slice(0, 7), nul, ...good.slice(7, 25), strange, ...good.slice(25)];
    await Promise.all(all.map((record) => store.keepRecord(record)));
    await expect.poll(async () => (await ids()).sort(), SOON).toEqual(sorted([first, ...good]));
    await expect.poll(() => store.countQuarantined(), SOON).toBe(2);
    await expect.poll(() => store.countWaiting(), SOON).toBe(0);
    const told = () =>
      events.flatMap((event) => /^record set aside.*"sqlState":"(\w+)"/.exec(event)?.[1] ?? []);
    await expect.poll(told, SOON).toEqual(['22021', '23514']);
    expect(events.join()).not.toContain('strange');
    // Acknowledged, so it is known, and is proven when the database takes it.
    expect(await store.findEntry(['shop'], nul.id)).toEqual({ record: nul, isPending: true });
    const other = { ...strange, consentId: 'ordinary' };
    expect(await store.keepRecord(other)).toEqual({ record: strange, isNew: false });
    await store.close();

    const spool = openSpool(join(dataDir, 'spool.db'));
    const listed = await spool.listQuarantined();
    expect(listed.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      `record ${nul.id}`,
      `record ${strange.id}`,
    ]);
    expect(listed[1]?.problem).toContain('violates check constraint "strict"');
    await admin.query('ALTER TABLE records DROP CONSTRAINT strict');
    expect(await spool.retryQuarantined()).toBe(2);
    await spool.close();
    const { store: again } = await start();
    await expect.poll(async () => (await ids()).sort(), SOON).toEqual(sorted([first, ...good, strange]));
    await expect.poll(() => again.countQuarantined(), SOON).toBe(1);
    expect(await target.findContradictions()).toEqual([]);
    await again.close();
  });

  it('PRF-001: of two records with one id the first stays, and the server says that it dropped the other', async () => {
    const database = await newDatabase();
    const events: string[] = [];
    const { store } = await openServerStore({
      dataDir: temporaryFolder(),
      database,
      acknowledgement: 'local',
      log: (_level, event) => events.push(event),
    });
    const { ids, store: target } = await kept(database);
    const record = fixtureRecord();
    await store.keepRecord(record);
    await expect.poll(ids, SOON).toEqual([record.id]);
    await store.keepRecord({ ...record, receivedAt: '2026-11-24T00:00:00.000Z' });
    await store.keepRecord(fixtureRecord());
    await expect.poll(ids, SOON).toHaveLength(2);
    expect(events).toEqual([LONELY]);
    await store.keepRecord({ ...record, action: 'reject' });
    await expect.poll(() => events, SOON).toEqual([LONELY, 'records dropped: others have their ids']);
    expect(await target.findRecord(['shop'], record.id)).toEqual(record);
    await store.close();
  });
});
