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

function threads(maxWaiting = 100) {
  const file = join(temporaryFolder(), 'avowal.db');
  openDatabase(file).close();
  const writes = callThread<SqliteWrites>({ side: 'writes', file }, fail, { maxWaiting });
  const reads = callThread<SqliteReads>({ side: 'reads', file }, fail);
  onTestFinished(async () => {
    await writes.close();
    await reads.close();
  });
  return { file, writes, reads };
}
const keep = (writes: SqliteWrites) => writes.keepRecords([rowOf(fixtureRecord())]);

describe('A thread of the store', () => {
  it('refuses at once when too many calls wait, and takes more when they are done', async () => {
    const { writes } = threads(2);
    const first = [keep(writes), keep(writes)];
    await expect(keep(writes)).rejects.toThrow('too many calls are waiting');
    expect(await Promise.all(first)).toEqual([['new'], ['new']]);
    expect(await keep(writes)).toEqual(['new']);
  });

  it('goes on taking in while somebody reads all there is, without the reader seeing half of it', async () => {
    const { file, writes, reads } = threads();
    await keep(writes);
    const reader = new DatabaseSync(file, { timeout: 5000 });
    reader.exec('BEGIN');
    const seen = () => reader.prepare('SELECT count(*) AS n FROM records').get()?.n;
    expect(seen()).toBe(1);
    expect(await keep(writes)).toEqual(['new']);
    expect(seen()).toBe(1);
    expect(await reads.listRecords('shop', { limit: 9 })).toHaveLength(2);
    reader.close();
  });

  it('shows what was acknowledged to whoever reads next', async () => {
    const { writes, reads } = threads();
    for (let n = 1; n <= 20; n++) {
      await keep(writes);
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
    const last = keep(writes);
    await writes.close();
    expect(await last).toEqual(['new']);
    await expect(keep(writes)).rejects.toThrow('closed');
    await writes.close();
  });
});
