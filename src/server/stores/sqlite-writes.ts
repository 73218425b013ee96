import { createGroupCommit } from './group-commit.ts';
import { connectDatabase } from './open-database.ts';
import type { RecordRow } from './record-row.ts';
import type { RecordStore } from './record-store.ts';
import { checkpointKeeper } from './sqlite-checkpoints.ts';
import { dailyCounter } from './sqlite-counts.ts';
import { recordEraser } from './sqlite-erasures.ts';
import { logAppender } from './sqlite-log.ts';
import { pictureInserter } from './sqlite-pictures.ts';
import { type KeptRow, recordInserter } from './sqlite-records.ts';
import { artefactInserter, versionPublisher } from './sqlite-versions.ts';

/** All that changes the store, durably; one thread does it, so that nothing waits for the disk but what changes something. */
export interface SqliteWrites
  extends Pick<
    RecordStore,
    | 'keepArtefacts'
    | 'keepPictures'
    | 'publishVersion'
    | 'eraseEnded'
    | 'eraseConsent'
    | 'keepCheckpoint'
    | 'scrub'
    | 'check'
    | 'close'
  > {
  /** Says of each what {@link recordInserter} does. */
  keepRecords(rows: readonly RecordRow[]): Promise<readonly KeptRow[]>;
}

/** Opens the writing side of a SQLite file. */
export function openSqliteWrites(file: string): SqliteWrites {
  const database = connectDatabase(file);
  const log = logAppender(database);
  const counts = dailyCounter(database);
  const write = createGroupCommit(database, {
    beforeCommit: () => {
      log.flush();
      counts.flush();
    },
    afterRollback: () => {
      log.forget();
      counts.forget();
    },
  });
  const keep = recordInserter(database, log, counts);
  const erase = recordEraser(database);
  const keepCheckpoint = checkpointKeeper(database);
  const keepArtefacts = artefactInserter(database);
  const keepPictures = pictureInserter(database);
  const publish = versionPublisher(database);
  return {
    keepRecords: (rows) => write(() => rows.map(keep), rows.length),
    keepArtefacts: (artefacts) => write(() => keepArtefacts(artefacts)),
    keepPictures: (notice, pictures) => write(() => keepPictures(notice, pictures)),
    publishVersion: (version, now) => write(() => publish(version, now)),
    eraseEnded: (site, endedBefore, limit) => write(() => erase(site, { endedBefore }, limit)),
    eraseConsent: (site, consentId, limit) => write(() => erase(site, { consentId }, limit)),
    keepCheckpoint: (checkpoint) => write(() => keepCheckpoint(checkpoint)),
    // Without the checkpoint the journal keeps a copy of what was erased until it is written over. Secure deletion misses what
    // SQLite left in the gaps of a page when it moved rows to another one: only a file that is written anew has none of it.
    scrub: async (what) =>
      database.exec(`${what === 'everything' ? 'VACUUM; ' : ''}PRAGMA wal_checkpoint(TRUNCATE)`),
    check: () => write(() => undefined),
    close: async () => {
      // An empty change waits for the transaction that may be under way.
      await write(() => undefined).catch(() => undefined);
      database.close();
    },
  };
}
