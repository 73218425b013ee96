import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { canonicalJson } from '../canonical-json.ts';
import { hashRecord } from '../log/hash-record.ts';
import { NOTICE, PICTURE } from '../testing/fixture-picture.ts';
import { fixtureRecord } from '../testing/fixture-submission.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { KeptEntry } from './log-store.ts';
import { SQLITE_MIGRATIONS } from './sqlite-migrations.ts';
import { openSqliteStore } from './sqlite-store.ts';

it('PRF-009: brings the records of a file from before the log into it at the first start', async () => {
  const file = join(temporaryFolder(), 'avowal.db');
  const database = new DatabaseSync(file);
  database.exec(`${SQLITE_MIGRATIONS[0]}; PRAGMA user_version = 1`);
  const records = Array.from({ length: 2300 }, () => fixtureRecord());
  const insert = database.prepare('INSERT INTO records VALUES (?, ?, ?, ?, ?, ?)');
  database.exec('BEGIN');
  for (const record of records) {
    const { site, id, consentId, receivedAt, validUntil } = record;
    insert.run(site, id, consentId, Date.parse(receivedAt), Date.parse(validUntil), JSON.stringify(record));
  }
  database.exec("INSERT INTO retention_runs VALUES ('shop', 1, 1, 12); COMMIT");
  database.close();

  const store = openSqliteStore(file);
  expect(await store.logSize()).toBe(2300);
  expect(await store.findContradictions()).toEqual([]);
  const tiles = await store.readTiles(Array.from({ length: 9 }, (_, index) => ({ level: 0, index })));
  const hashes = Buffer.concat(tiles.map((tile) => tile.hashes));
  for (const record of records) {
    const { leafIndex, nonce, ...entry } = (await store.findEntry(['shop'], record.id)) as KeptEntry;
    expect(entry.record).toEqual(record);
    const leaf = hashes.subarray(leafIndex * 32, (leafIndex + 1) * 32);
    expect(leaf.equals(hashRecord(canonicalJson(record), nonce))).toBe(true);
  }
  await store.keepPictures(NOTICE, [PICTURE]);
  expect(await store.findPictures(NOTICE)).toEqual([PICTURE]);
  await store.keepRecord(fixtureRecord());
  expect(await store.logSize()).toBe(2301);
  await store.close();
});
