import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { fixtureRecord } from '../testing/fixture-submission.ts';
import { describeLogStore } from '../testing/log-store-contract.ts';
import { describeRecordStore } from '../testing/record-store-contract.ts';
import { openDatabase } from './open-database.ts';
import { openSqliteStore } from './sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, `${files}.db`);
};

describeRecordStore('A SQLite file', () => openSqliteStore(newFile()));
describeLogStore('A SQLite file', () => openSqliteStore(newFile()));

describe('A SQLite store', () => {
  it('writes ahead and waits for the disk at every commit', () => {
    const database = openDatabase(newFile());
    expect(database.prepare('PRAGMA journal_mode').get()?.journal_mode).toBe('wal');
    expect(database.prepare('PRAGMA synchronous').get()?.synchronous).toBe(2);
    database.close();
  });

  it('still has its records when it is opened again', async () => {
    const file = newFile();
    const record = fixtureRecord();
    const store = openSqliteStore(file);
    await store.keepRecord(record);
    await store.close();
    const again = openSqliteStore(file);
    expect(await again.findRecord(['shop'], record.id)).toEqual(record);
    await again.close();
  });

  const tamperings = [
    ['UPDATE', "UPDATE records SET content = '{}'", /append-only/],
    ['DELETE', 'DELETE FROM records', /only by an erasure/],
    [
      'INSERT OR REPLACE',
      "INSERT OR REPLACE INTO records (site, id, consent_id, received_at, valid_until, content) SELECT site, id, consent_id, 0, 0, '{}' FROM records",
      /only by an erasure/,
    ],
    ['UPDATE OR REPLACE', "UPDATE OR REPLACE records SET id = 'x'", /append-only/],
    ['a changed hash in the log', 'UPDATE log_tiles SET hashes = zeroblob(length(hashes))', /append-only/],
    ['a hash too few in the log', 'DELETE FROM log_tiles', /append-only/],
    ['a record in another place of the log', 'UPDATE records SET leaf_index = 7', /append-only/],
    ['changed artefact', "UPDATE artefacts SET content = ''", /as they were shown/],
  ] as const;
  it.each(tamperings)('PRF-001: the tables themselves refuse %s', async (_name, sql, message) => {
    const file = newFile();
    const store = openSqliteStore(file);
    await store.keepRecord(fixtureRecord());
    await store.keepArtefacts([{ hash: 'a'.repeat(64), kind: 'config', content: '{}' }]);
    await store.close();
    const database = openDatabase(file);
    expect(() => database.exec(sql)).toThrow(message);
    database.close();
  });

  it('PRF-001: a deletion that is not counted is refused even to another program', async () => {
    const file = newFile();
    const store = openSqliteStore(file);
    await store.keepRecord(fixtureRecord());
    await store.eraseEnded('shop', new Date('2020-01-01'), 10);
    const other = new DatabaseSync(file, { timeout: 5000 });
    expect(() => other.exec('DELETE FROM records')).toThrow(/only by an erasure/);
    other.close();
    await store.close();
  });

  it('rejects every record of a transaction that fails, and goes on afterwards', async () => {
    const file = newFile();
    const store = openSqliteStore(file);
    const other = new DatabaseSync(file, { timeout: 5000 });
    other.exec("CREATE TRIGGER full BEFORE INSERT ON records BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    const lost = [fixtureRecord(), fixtureRecord()];
    const results = await Promise.allSettled(lost.map((record) => store.keepRecord(record)));
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'STORE_FAILED' } });
    }
    other.exec('DROP TRIGGER full');
    other.close();
    expect(await store.listRecords('shop', { limit: 9 })).toEqual([]);
    expect(await store.countActions('shop', '2020-01-01')).toEqual([]);
    expect((await store.keepRecord(fixtureRecord()))?.isNew).toBe(true);
    await store.close();
  });

  it('may be opened by several servers at once, also when it is new', async () => {
    const file = newFile();
    const stores = [openSqliteStore(file), openSqliteStore(file)];
    const records = [fixtureRecord(), fixtureRecord()];
    await Promise.all(stores.map((store, index) => store.keepRecord(records[index] ?? fixtureRecord())));
    for (const store of stores) expect(await store.listRecords('shop', { limit: 9 })).toHaveLength(2);
    for (const store of stores) await store.close();
  });

  it('PRF-009: two servers at one file make one log', async () => {
    const file = newFile();
    const stores = [openSqliteStore(file), openSqliteStore(file)];
    for (let round = 0; round < 5; round++) {
      await Promise.all(stores.map((store) => store.keepRecord(fixtureRecord())));
    }
    const [store] = stores;
    expect(await store?.logSize()).toBe(10);
    expect((await store?.listEntries(0, 99))?.map(({ leafIndex }) => leafIndex)).toEqual([
      ...Array(10).keys(),
    ]);
    expect(await store?.findContradictions()).toEqual([]);
    for (const one of stores) await one.close();
  });

  it('PRF-009: a transaction that fails leaves no gap in the log', async () => {
    const file = newFile();
    const store = openSqliteStore(file);
    await store.keepRecord(fixtureRecord());
    const other = new DatabaseSync(file, { timeout: 5000 });
    other.exec("CREATE TRIGGER full BEFORE UPDATE ON log_tiles BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    await expect(store.keepRecord(fixtureRecord())).rejects.toMatchObject({ code: 'STORE_FAILED' });
    other.exec('DROP TRIGGER full');
    other.close();
    expect(await store.listRecords('shop', { limit: 9 })).toHaveLength(1);
    await store.keepRecord(fixtureRecord());
    expect((await store.listEntries(0, 9)).map(({ leafIndex }) => leafIndex)).toEqual([0, 1]);
    expect(await store.logSize()).toBe(2);
    await store.close();
  });

  it('PRF-007: nothing of an erased record is left in the files, not even its consent id or nonce', async () => {
    const file = newFile();
    const store = openSqliteStore(file);
    const mine = Array.from({ length: 40 }, () => fixtureRecord({ consentId: 'visitor-who-wants-to-go' }));
    const others = Array.from({ length: 40 }, () => fixtureRecord({ consentId: 'visitor-who-stays-here' }));
    const all = mine.flatMap((record, n) => [record, others[n] ?? record]);
    for (const record of all) await store.keepRecord(record);
    const nonces = (await store.listEntries(0, 99)).map(({ nonce }) => Buffer.from(nonce ?? '', 'hex'));
    const files = () =>
      Buffer.concat(
        ['', '-wal'].filter((end) => existsSync(file + end)).map((end) => readFileSync(file + end)),
      );
    const readable = () => nonces.filter((nonce) => files().includes(nonce)).length;
    expect(files().includes('visitor-who-wants-to-go')).toBe(true);
    expect(readable()).toBe(80);
    await store.eraseConsent('shop', 'visitor-who-wants-to-go', 100);
    await store.scrub('everything');
    expect(files().includes('visitor-who-wants-to-go')).toBe(false);
    expect(files().includes('visitor-who-stays-here')).toBe(true);
    expect(readable()).toBe(40);
    await store.close();
  });

  it('says so when the file is no database, and when a newer version wrote it', () => {
    const garbage = newFile();
    writeFileSync(garbage, 'not a database '.repeat(100));
    expect(() => openSqliteStore(garbage)).toThrow(/could not be used/);

    const newer = newFile();
    const database = openDatabase(newer);
    database.exec('PRAGMA user_version = 999');
    database.close();
    expect(() => openSqliteStore(newer)).toThrow(/newer version of Avowal/);
  });

  it('says so when the folder cannot be made', () => {
    const file = newFile();
    writeFileSync(file, '');
    expect(() => openSqliteStore(join(file, 'below-a-file', 'avowal.db'))).toThrow(/could not be used/);
  });
});
