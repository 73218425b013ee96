import type { ConsentRecord } from '../../model/consent-record.ts';
import type { CheckpointGuard } from '../log/checkpoint-guard.ts';
import { createBatchCommit } from './batch-commit.ts';
import { migratePostgres } from './migrate-postgres.ts';
import * as checkpoints from './postgres-checkpoints.ts';
import { findContradictions } from './postgres-contradictions.ts';
import { openPostgresDatabase } from './postgres-database.ts';
import { eraseRecords } from './postgres-erasures.ts';
import { keepRecords } from './postgres-keep.ts';
import * as log from './postgres-log.ts';
import { partitionMaker } from './postgres-partitions.ts';
import * as records from './postgres-records.ts';
import * as versions from './postgres-versions.ts';
import type { RecordStore } from './record-store.ts';

/** A store that several servers share. */
export interface PostgresStore extends RecordStore {
  /** Lets only one of the servers sign at a time. */
  readonly guard: CheckpointGuard;
  /** Whether a commit waits for a standby: otherwise it is lost with the host of the primary. */
  waitsForStandby(): Promise<boolean>;
}

/**
 * Opens the store in a PostgreSQL database (`postgres://user@one,two/db`: the host that takes writes is used). Connects and
 * brings the tables up to date at the first use, and tries again at the next one where that failed; `check` does it now.
 */
export function openPostgresStore(url: string): PostgresStore {
  const database = openPostgresDatabase(url);
  let migrated: Promise<void> | undefined;
  const opened = async () => {
    migrated ??= migratePostgres(database).catch((error) => {
      migrated = undefined;
      throw error;
    });
    await migrated;
    return database;
  };
  /** Puts the database before the arguments of a query. */
  const on =
    <Arguments extends readonly unknown[], Result>(
      query: (on: typeof database, ...rest: Arguments) => Promise<Result>,
    ) =>
    async (...rest: Arguments): Promise<Result> =>
      query(await opened(), ...rest);

  const makePartitions = partitionMaker(database);
  const batches = createBatchCommit(async (batch: readonly ConsentRecord[]) => {
    await opened();
    await makePartitions(batch.map(({ receivedAt }) => receivedAt));
    return database.transaction((client) => keepRecords(client, batch));
  }, database.fail);
  const erase = on(eraseRecords);
  const { last, swap, forget } = checkpoints.sharedGuard(database);

  return {
    keepRecord: batches.put,
    findRecord: on(records.findRecord),
    listRecords: on(records.listRecords),
    countActions: on(records.countActions),
    countPurposes: on(records.countPurposes),
    keepArtefacts: on(versions.keepArtefacts),
    findArtefact: on(versions.findArtefact),
    publishVersion: on(versions.publishVersion),
    findVersion: on(versions.findVersion),
    findRevision: on(versions.findRevision),
    eraseEnded: (site, endedBefore, limit) => erase(site, { endedBefore }, limit),
    eraseConsent: (site, consentId, limit) => erase(site, { consentId }, limit),
    // Autovacuum does it; files, write-ahead log and copies of the database are its operator's.
    scrub: async () => undefined,
    logSize: on(log.logSize),
    readTiles: on(log.readTiles),
    findEntry: on(log.findEntry),
    listEntries: on(log.listEntries),
    keepCheckpoint: on(checkpoints.keepCheckpoint),
    listCheckpoints: on(checkpoints.listCheckpoints),
    lastCheckpoint: on(checkpoints.lastCheckpoint),
    findContradictions: on(findContradictions),
    countWaiting: async () => 0,
    check: on(async () => void (await database.query('SELECT 1'))),
    waitsForStandby: on(async () => {
      const [row] = await database.query("SELECT current_setting('synchronous_standby_names') AS names");
      return row?.names !== '';
    }),
    guard: {
      last: async () => {
        await opened();
        return last();
      },
      swap,
      forget,
    },
    close: async () => {
      await batches.idle();
      await database.close();
    },
  };
}
