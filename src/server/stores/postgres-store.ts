import type { ConsentRecord } from '../../model/consent-record.ts';
import type { CheckpointGuard } from '../log/checkpoint-guard.ts';
import type { ScanFiles } from '../scans/scan-files.ts';
import type { SharedConfigs } from '../sites/shared-configs.ts';
import { createBatchCommit } from './batch-commit.ts';
import { migratePostgres } from './migrate-postgres.ts';
import * as checkpoints from './postgres-checkpoints.ts';
import * as configs from './postgres-configs.ts';
import { findContradictions } from './postgres-contradictions.ts';
import { openPostgresDatabase, type PostgresDatabase } from './postgres-database.ts';
import { eraseRecords } from './postgres-erasures.ts';
import { keepRecords } from './postgres-keep.ts';
import * as log from './postgres-log.ts';
import { partitionMaker } from './postgres-partitions.ts';
import * as pictures from './postgres-pictures.ts';
import * as records from './postgres-records.ts';
import * as scans from './postgres-scans.ts';
import * as versions from './postgres-versions.ts';
import type { RecordStore } from './record-store.ts';
import { refusalOf } from './refusal-of.ts';

/** A store that several servers share. */
export interface PostgresStore extends RecordStore {
  /** Lets only one of the servers sign at a time. */
  readonly guard: CheckpointGuard;
  /** Lets all of the servers serve the same. */
  readonly configs: SharedConfigs;
  /** What workers found. */
  readonly scans: ScanFiles;
  /** Whether a commit waits for a standby: otherwise it is lost with the host of the primary. */
  waitsForStandby(): Promise<boolean>;
}

/**
 * Opens the store in a PostgreSQL database (`postgres://user@one,two/db`: the host that takes writes is used). Connects and
 * brings the tables up to date at the first use, and tries again at the next one where that failed; `check` does it now.
 */
export function openPostgresStore(url: string): PostgresStore {
  // Connections of their own: whoever reads for long may hold all that there are for reads.
  const [reads, writes] = [openPostgresDatabase(url), openPostgresDatabase(url)];
  let migrated: Promise<void> | undefined;
  const opened = async () => {
    migrated ??= migratePostgres(writes).catch((error) => {
      migrated = undefined;
      throw error;
    });
    await migrated;
  };
  /** Puts a database before the arguments of a query. */
  const on =
    <Arguments extends readonly unknown[], Result>(
      query: (on: PostgresDatabase, ...rest: Arguments) => Promise<Result>,
      database: PostgresDatabase = reads,
    ) =>
    async (...rest: Arguments): Promise<Result> => {
      await opened();
      return query(database, ...rest);
    };

  const makePartitions = partitionMaker(writes);
  const batches = createBatchCommit(
    async (batch: readonly ConsentRecord[]) => {
      await opened();
      await makePartitions(batch.map(({ receivedAt }) => receivedAt));
      return writes.transaction((client) => keepRecords(client, batch));
    },
    writes.fail,
    { isItemsFault: (error) => refusalOf(error) !== undefined },
  );
  const erase = on(eraseRecords, writes);
  const { last, swap, forget } = checkpoints.sharedGuard(writes);

  return {
    keepRecord: batches.put,
    findRecord: on(records.findRecord),
    listRecords: on(records.listRecords),
    countActions: on(records.countActions),
    countPurposes: on(records.countPurposes),
    keepArtefacts: on(versions.keepArtefacts, writes),
    findArtefact: on(versions.findArtefact),
    keepPictures: on(pictures.keepPictures, writes),
    findPictures: on(pictures.findPictures),
    publishVersion: on(versions.publishVersion, writes),
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
    keepCheckpoint: on(checkpoints.keepCheckpoint, writes),
    listCheckpoints: on(checkpoints.listCheckpoints),
    lastCheckpoint: on(checkpoints.lastCheckpoint),
    findContradictions: on(findContradictions),
    countWaiting: async () => 0,
    countQuarantined: async () => 0,
    check: on(async () => void (await writes.query('SELECT 1'))),
    waitsForStandby: on(async () => {
      const [row] = await reads.query("SELECT current_setting('synchronous_standby_names') AS names");
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
    configs: {
      all: on(configs.allConfigs, writes),
      current: on(configs.currentConfigs, writes),
      wasPublished: on(configs.wasPublished, writes),
      publish: on(configs.publishConfig, writes),
      watch: (onChange) => configs.watchConfigs(writes, onChange),
    },
    scans: { read: on(scans.readScanFile), keep: on(scans.keepScanFiles, writes) },
    close: async () => {
      await batches.idle();
      await Promise.all([reads.close(), writes.close()]);
    },
  };
}
