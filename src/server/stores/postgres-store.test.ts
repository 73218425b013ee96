import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTICE, PICTURE } from '../testing/fixture-picture.ts';
import { fixtureRecord } from '../testing/fixture-submission.ts';
import { describeLogStore } from '../testing/log-store-contract.ts';
import { type PostgresNode, postgresMissing, startPostgres } from '../testing/postgres-cluster.ts';
import { describeRecordStore } from '../testing/record-store-contract.ts';
import { openPostgresDatabase } from './postgres-database.ts';
import { openPostgresStore } from './postgres-store.ts';

const skipped = postgresMissing ? ` (skipped: ${postgresMissing})` : '';
/** Longer than a busy machine takes. */
const SOON = { timeout: 30_000 };

describe.skipIf(postgresMissing)(`PostgreSQL${skipped}`, () => {
  let node: PostgresNode;
  let databases = 0;
  beforeAll(async () => {
    node = await startPostgres();
  });
  afterAll(() => node?.remove());

  /** A schema of its own is as good as a database, and made at once. */
  async function newDatabase(setting = ''): Promise<string> {
    databases += 1;
    await run(node.url, (admin) => admin.query(`CREATE SCHEMA avowal_${databases}`));
    return `${node.url}?options=-c%20search_path%3Davowal_${databases}${setting}`;
  }
  const open = async () => openPostgresStore(await newDatabase());

  async function run<T>(
    url: string,
    work: (database: ReturnType<typeof openPostgresDatabase>) => Promise<T>,
  ) {
    const database = openPostgresDatabase(url);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }

  describeRecordStore('A PostgreSQL database', open);
  describeLogStore('A PostgreSQL database', open);

  it('still has its records when it is opened again', async () => {
    const url = await newDatabase();
    const record = fixtureRecord();
    const store = openPostgresStore(url);
    await store.keepRecord(record);
    await store.close();
    const again = openPostgresStore(url);
    expect(await again.findRecord(['shop'], record.id)).toEqual(record);
    await again.close();
  });

  it.each([
    ['a changed record', "UPDATE records SET content = '{}'", /append-only/],
    ['a deletion that is not counted', 'DELETE FROM records', /only by an erasure/],
    ['an emptied table', 'TRUNCATE records', /only by an erasure/],
    ['a changed hash in the log', "UPDATE log_tiles SET hashes = '\\x00'", /append-only/],
    ['a hash too few in the log', 'DELETE FROM log_tiles', /append-only/],
    ['a shorter log', 'UPDATE log_head SET size = 0', /append-only/],
    ['a record in another place of the log', 'UPDATE places SET leaf_index = 7', /append-only/],
    ['a place that is taken away', 'DELETE FROM places', /append-only/],
    ['a changed artefact', "UPDATE artefacts SET content = ''", /as they were shown/],
    ['another picture of a notice', "UPDATE notice_pictures SET picture = ''", /as they were made/],
  ])('PRF-001: the tables themselves refuse %s', async (_name, sql, message) => {
    const url = await newDatabase();
    const store = openPostgresStore(url);
    await store.keepRecord(fixtureRecord());
    await store.keepArtefacts([{ hash: 'a'.repeat(64), kind: 'config', content: '{}' }]);
    await store.keepPictures(NOTICE, [PICTURE]);
    await store.close();
    await run(url, (database) => expect(database.query(sql)).rejects.toThrow(message));
  });

  it('PRF-001: an erasure that is not counted is found', async () => {
    const url = await newDatabase();
    const store = openPostgresStore(url);
    await store.keepRecord(fixtureRecord());
    await run(url, async (database) => {
      await database.query('UPDATE places SET erased_at = now()');
      await database.query('DELETE FROM records');
    });
    expect(await store.findContradictions()).toEqual([
      'site shop has 1 erased records, but its erasures count 0',
    ]);
    await store.close();
  });

  it('PRF-009: several servers that start at once at an empty database make one log', async () => {
    const url = await newDatabase();
    const stores = Array.from({ length: 4 }, () => openPostgresStore(url));
    await Promise.all(
      stores.map(async (store) => {
        for (let round = 0; round < 10; round++) {
          await Promise.all(Array.from({ length: 20 }, () => store.keepRecord(fixtureRecord())));
        }
      }),
    );
    const [store] = stores;
    expect(await store?.logSize()).toBe(800);
    expect((await store?.listEntries(0, 999))?.map(({ leafIndex }) => leafIndex)).toEqual([
      ...Array(800).keys(),
    ]);
    expect(await store?.findContradictions()).toEqual([]);
    await Promise.all(stores.map((one) => one.close()));
  });

  it('PRF-001: keeps one of many records with one id that come in at several servers and in several months', async () => {
    const url = await newDatabase();
    const stores = [openPostgresStore(url), openPostgresStore(url)];
    const { id } = fixtureRecord();
    const kept = await Promise.all(
      Array.from({ length: 12 }, (_, month) =>
        stores[month % 2]?.keepRecord(
          fixtureRecord({ id, receivedAt: `2026-${String(month + 1).padStart(2, '0')}-01T00:00:00.000Z` }),
        ),
      ),
    );
    expect(kept.filter((one) => one?.isNew)).toHaveLength(1);
    expect(await stores[0]?.listRecords('shop', { limit: 99 })).toEqual([kept[0]?.record]);
    await Promise.all(stores.map((one) => one.close()));
  });

  it('keeps each month in a partition of its own, and makes the next two before they begin', async () => {
    const url = await newDatabase();
    const store = openPostgresStore(url);
    await store.keepRecord(fixtureRecord({ receivedAt: '2020-02-29T23:59:59.999Z' }));
    await store.keepRecord(fixtureRecord({ receivedAt: '2020-12-31T23:59:59.999Z' }));
    await store.keepRecord(fixtureRecord({ receivedAt: '2021-01-01T00:00:00.000Z' }));
    const rows = await run(url, (database) =>
      database.query('SELECT tableoid::regclass::text AS name FROM records ORDER BY received_at'),
    );
    expect(rows.map(({ name }) => name)).toEqual(['records_2020_02', 'records_2020_12', 'records_2021_01']);
    const partitions = await run(url, (database) =>
      database.query(
        "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'records'::regclass",
      ),
    );
    const inTwoMonths = new Date();
    inTwoMonths.setUTCMonth(inTwoMonths.getUTCMonth() + 2, 1);
    expect(partitions.map(({ name }) => name)).toContain(
      `records_${inTwoMonths.toISOString().slice(0, 7).replace('-', '_')}`,
    );
    await store.close();
  });

  it('does not wait for who reads to make a partition', async () => {
    const url = await newDatabase();
    const store = openPostgresStore(url);
    await store.keepRecord(fixtureRecord());
    await run(url, (reader) =>
      reader.transaction(async (client) => {
        await client.query('SELECT count(*) FROM records');
        expect(
          (await store.keepRecord(fixtureRecord({ receivedAt: '2019-05-01T00:00:00.000Z' })))?.isNew,
        ).toBe(true);
      }),
    );
    await store.close();
  });

  it('takes records in while all connections of those who read are busy', async () => {
    const url = await newDatabase();
    const store = openPostgresStore(url);
    await store.keepRecord(fixtureRecord());
    const readers = await run(url, (admin) =>
      admin.transaction(async (client) => {
        await client.query('LOCK TABLE artefacts IN ACCESS EXCLUSIVE MODE');
        const blocked = Array.from({ length: 20 }, () =>
          store.findArtefact('a'.repeat(64)).catch(() => undefined),
        );
        expect((await store.keepRecord(fixtureRecord()))?.isNew).toBe(true);
        return blocked;
      }),
    );
    await Promise.all(readers);
    await store.close();
  });

  it('rejects every record of a transaction that fails, leaves no gap in the log, and goes on afterwards', async () => {
    const url = await newDatabase();
    const store = openPostgresStore(url);
    await store.keepRecord(fixtureRecord());
    await run(url, (database) =>
      database.query(
        "CREATE TRIGGER full_disk BEFORE UPDATE ON log_tiles EXECUTE FUNCTION avowal_refuse('disk full')",
      ),
    );
    const lost = [fixtureRecord(), fixtureRecord()];
    const results = await Promise.allSettled(lost.map((record) => store.keepRecord(record)));
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'STORE_FAILED' } });
    }
    await run(url, (database) => database.query('DROP TRIGGER full_disk ON log_tiles'));
    await store.keepRecord(fixtureRecord());
    expect((await store.listEntries(0, 9)).map(({ leafIndex }) => leafIndex)).toEqual([0, 1]);
    expect(await store.findContradictions()).toEqual([]);
    await store.close();
  });

  it('goes on by itself after its connections were cut', async () => {
    const url = await newDatabase();
    const store = openPostgresStore(url);
    await store.keepRecord(fixtureRecord());
    await run(node.url, (admin) =>
      admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'avowal' AND pid <> pg_backend_pid()",
      ),
    );
    await expect
      .poll(() => store.keepRecord(fixtureRecord()).catch(() => undefined), SOON)
      .toMatchObject({ isNew: true });
    await store.close();
  });

  it('uses the host that takes writes', async () => {
    const url = await newDatabase();
    const standby = await node.makeStandby();
    await standby.start();
    const both = url.replace(node.place, `${standby.place},${node.place}`);
    const store = openPostgresStore(`${both}&target_session_attrs=read-write`);
    expect((await store.keepRecord(fixtureRecord()))?.isNew).toBe(true);
    await store.close();
    const onlyStandby = openPostgresStore(url.replace(node.place, standby.place));
    await expect(onlyStandby.check()).rejects.toThrow(/only answers reads/);
    await onlyStandby.close();
    await standby.remove();
  });

  it('refuses settings with which a power cut loses records', async () => {
    const store = openPostgresStore(await newDatabase('%20-c%20synchronous_commit%3Doff'));
    await expect(store.check()).rejects.toThrow(/synchronous_commit = off/);
    await store.close();
  });

  it('says so when nothing answers, without the password, and when a newer version wrote it', async () => {
    const nobody = openPostgresStore('postgres://avowal:secret-word@127.0.0.1:1/avowal');
    const error = await nobody.check().catch((failure: Error) => failure);
    expect(error).toMatchObject({ code: 'STORE_FAILED' });
    expect(String(error)).toContain('postgres://avowal@127.0.0.1:1/avowal');
    expect(String(error)).not.toContain('secret-word');
    await nobody.close();

    const url = await newDatabase();
    const store = openPostgresStore(url);
    await store.check();
    await store.close();
    await run(url, (database) => database.query('UPDATE avowal_schema SET version = 999'));
    const newer = openPostgresStore(url);
    await expect(newer.check()).rejects.toThrow(/newer version of Avowal/);
    await newer.close();
  });
});
