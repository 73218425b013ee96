import { join } from 'node:path';
import { randomId } from '../../../src/client/answer/random-id.ts';
import { createGroupCommit } from '../../../src/server/stores/group-commit.ts';
import { connectDatabase, openDatabase } from '../../../src/server/stores/open-database.ts';
import { type RecordRow, rowOf } from '../../../src/server/stores/record-row.ts';
import { openSqliteWrites } from '../../../src/server/stores/sqlite-writes.ts';
import { fixtureRecord } from '../../../src/server/testing/fixture-submission.ts';

/** Records a second, and processor time of each in microseconds. */
export interface Inserted {
  readonly perSecond: number;
  readonly cpu: number;
}

async function insert(
  count: number,
  atOnce: number,
  keep: (row: RecordRow) => Promise<unknown>,
): Promise<Inserted> {
  const records = Array.from({ length: count }, () =>
    rowOf(fixtureRecord({ id: randomId(), consentId: randomId() })),
  );
  const start = performance.now();
  const used = process.cpuUsage();
  for (let at = 0; at < count; at += atOnce) await Promise.all(records.slice(at, at + atOnce).map(keep));
  const { user, system } = process.cpuUsage(used);
  return { perSecond: count / ((performance.now() - start) / 1000), cpu: (user + system) / count };
}

/** The least that durable storage can cost: the same bytes, one table, one key, one thread. */
export async function insertBare(folder: string, count: number, atOnce: number): Promise<Inserted> {
  const database = connectDatabase(join(folder, 'bare.db'));
  database.exec('CREATE TABLE bare (id TEXT NOT NULL UNIQUE, content TEXT NOT NULL) STRICT');
  const statement = database.prepare('INSERT INTO bare VALUES (?, ?)');
  const write = createGroupCommit(database);
  const result = await insert(count, atOnce, ([, id, , , , content]) =>
    write(() => statement.run(id, content)),
  );
  database.close();
  return result;
}

/** The store alone: records with their places in the log, indexes and counts; no HTTP, no checks. */
export async function insertRecords(folder: string, count: number, atOnce: number): Promise<Inserted> {
  const file = join(folder, 'store.db');
  openDatabase(file).close();
  const writes = openSqliteWrites(file);
  const result = await insert(count, atOnce, (row) => writes.keepRecords([row]));
  await writes.close();
  return result;
}
