import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fixtureRecord } from '../testing/fixture-submission.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { callThread } from './call-thread.ts';
import { openDatabase } from './open-database.ts';
import { rowOf } from './record-row.ts';
import type { SqliteReads } from './sqlite-reads.ts';
import type { SqliteWrites } from './sqlite-writes.ts';

const fail = (error: unknown) => error as Error;

function threads(maxWaiting?: number) {
  const file = join(temporaryFolder(), 'avowal.db');
  openDatabase(file).close();
  const writes = callThread<SqliteWrites>({ side: 'writes', file }, fail, maxWaiting);
  const reads = callThread<SqliteReads>({ side: 'reads', file }, fail);
  onTestFinished(async () => {
    await writes.close();
    await reads.close();
  });
  return { file, writes, reads };
}
const record = () => rowOf(fixtureRecord());

describe('A thread of the store', () => {
  it('refuses at once when too many calls wait, and takes more when they are done', async () => {
    const { writes } = threads(2);
    const first = [writes.keepRecord(record()), writes.keepRecord(record())];
    await expect(writes.keepRecord(record())).rejects.toThrow('too many calls are waiting');
    expect(await Promise.all(first)).toEqual(['new', 'new']);
    expect(await writes.keepRecord(record())).toBe('new');
  });

  it('keeps each of hundreds of records that arrive at once, in their order', async () => {
    const { writes, reads } = threads();
    const sent = Array.from({ length: 300 }, record);
    await Promise.all(sent.map((row) => writes.keepRecord(row)));
    const entries = await reads.listEntries(0, 400);
    expect(entries.map(({ id }) => id)).toEqual(sent.map(([, id]) => id));
  });

  it('goes on taking in while somebody reads all there is, without the reader seeing half of it', async () => {
    const { file, writes, reads } = threads();
    await writes.keepRecord(record());
    const reader = new DatabaseSync(file, { timeout: 5000 });
    reader.exec('BEGIN');
    const seen = () => reader.prepare('SELECT count(*) AS n FROM records').get()?.n;
    expect(seen()).toBe(1);
    expect(await writes.keepRecord(record())).toBe('new');
    expect(seen()).toBe(1);
    expect(await reads.listRecords('shop', { limit: 9 })).toHaveLength(2);
    reader.close();
  });

  it('shows what was acknowledged to whoever reads next', async () => {
    const { writes, reads } = threads();
    for (let n = 1; n <= 20; n++) {
      await writes.keepRecord(record());
      expect(await reads.logSize()).toBe(n);
    }
  });

  it('rejects what waits for a thread that cannot start, and starts another one for the next call', async () => {
    const file = join(temporaryFolder(), 'later', 'avowal.db');
    const reads = callThread<SqliteReads>({ side: 'reads', file }, fail);
    onTestFinished(() => reads.close());
    await expect(reads.logSize()).rejects.toThrow(/unable to open/);
    openDatabase(file).close();
    expect(await reads.logSize()).toBe(0);
  });

  it('takes no call after it was closed', async () => {
    const { writes } = threads();
    const last = writes.keepRecord(record());
    await writes.close();
    expect(await last).toBe('new');
    await expect(writes.keepRecord(record())).rejects.toThrow('closed');
    await writes.close();
  });
});
