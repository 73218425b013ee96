import { AvowalError } from '../../model/errors.ts';
import { callInBatches } from './call-in-batches.ts';
import { callThread } from './call-thread.ts';
import { openDatabase } from './open-database.ts';
import { rowOf } from './record-row.ts';
import type { RecordStore } from './record-store.ts';
import { integrateRecords } from './sqlite-entries.ts';
import { logAppender } from './sqlite-log.ts';
import type { SqliteReads } from './sqlite-reads.ts';
import type { SqliteWrites } from './sqlite-writes.ts';

/** Makes the file when it is missing, and brings it up to date. */
function prepare(file: string): void {
  const database = openDatabase(file);
  try {
    integrateRecords(database, logAppender(database));
  } finally {
    database.close();
  }
}

/** Opens the store in one SQLite file, made when missing: one thread writes, another one reads. Throws STORE_FAILED. */
export function openSqliteStore(file: string): RecordStore {
  const fail = (error: unknown) =>
    new AvowalError('STORE_FAILED', { file, problem: (error as Error).message }, error);
  try {
    prepare(file);
  } catch (error) {
    throw fail(error);
  }
  const writes = callThread<SqliteWrites>({ side: 'writes', file }, fail, { soon: queueMicrotask });
  const keepRecord = callInBatches(writes.keepRecords, fail);
  const reads = callThread<SqliteReads>({ side: 'reads', file }, fail);
  return {
    keepRecord: async (record) => {
      const kept = await keepRecord(rowOf(record));
      if (kept === 'erased') return undefined;
      return kept === 'new' ? { record, isNew: true } : { record: kept, isNew: false };
    },
    findRecord: reads.findRecord,
    listRecords: reads.listRecords,
    countActions: reads.countActions,
    countPurposes: reads.countPurposes,
    keepArtefacts: writes.keepArtefacts,
    findArtefact: reads.findArtefact,
    keepPictures: writes.keepPictures,
    findPictures: reads.findPictures,
    publishVersion: writes.publishVersion,
    findVersion: reads.findVersion,
    findRevision: reads.findRevision,
    eraseEnded: writes.eraseEnded,
    eraseConsent: writes.eraseConsent,
    scrub: writes.scrub,
    logSize: reads.logSize,
    readTiles: reads.readTiles,
    findEntry: reads.findEntry,
    listEntries: reads.listEntries,
    keepCheckpoint: writes.keepCheckpoint,
    listCheckpoints: reads.listCheckpoints,
    lastCheckpoint: reads.lastCheckpoint,
    findContradictions: reads.findContradictions,
    countWaiting: async () => 0,
    countQuarantined: async () => 0,
    check: async () => {
      await Promise.all([writes.check(), reads.check()]);
    },
    close: async () => {
      // What was asked for in this turn goes first.
      await new Promise(setImmediate);
      await writes.close();
      await reads.close();
    },
  };
}
