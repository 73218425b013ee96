import { join } from 'node:path';
import { openRecordLog } from '../log/open-record-log.ts';
import { openSqliteStore } from '../stores/sqlite-store.ts';
import { fixtureRecord } from './fixture-submission.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A store with its log in a data folder. */
export function openLog(dataDir: string = temporaryFolder()) {
  const store = openSqliteStore(join(dataDir, 'avowal.db'));
  const log = openRecordLog(dataDir, store);
  const keep = async (count: number) => {
    const records = Array.from({ length: count }, () => fixtureRecord());
    await Promise.all(records.map((record) => store.keepRecord(record)));
    return records;
  };
  const close = async () => {
    await store.close();
    log.close();
  };
  return { dataDir, store, log, keep, close };
}
