import { connectDatabase } from './open-database.ts';
import type { RecordStore } from './record-store.ts';
import { checkpointFinder, checkpointLister } from './sqlite-checkpoints.ts';
import { contradictionFinder } from './sqlite-contradictions.ts';
import { actionCounter, purposeCounter } from './sqlite-counts.ts';
import { entryFinder, entryLister } from './sqlite-entries.ts';
import { logSizer, tileReader } from './sqlite-log.ts';
import { pictureFinder } from './sqlite-pictures.ts';
import { recordFinder, recordLister } from './sqlite-records.ts';
import { artefactFinder, revisionFinder, versionFinder } from './sqlite-versions.ts';

/** All that only reads the store. Its thread has a connection of its own: in WAL mode no reader holds up the writer. */
export type SqliteReads = Pick<
  RecordStore,
  | 'findRecord'
  | 'listRecords'
  | 'countActions'
  | 'countPurposes'
  | 'findArtefact'
  | 'findPictures'
  | 'findVersion'
  | 'findRevision'
  | 'logSize'
  | 'readTiles'
  | 'findEntry'
  | 'listEntries'
  | 'listCheckpoints'
  | 'lastCheckpoint'
  | 'findContradictions'
  | 'check'
  | 'close'
>;

/** Makes functions that answer at once into functions that promise to. */
const later =
  <A extends readonly unknown[], R>(work: (...args: A) => R) =>
  async (...args: A): Promise<R> =>
    work(...args);

/** Opens the reading side of a SQLite file. */
export function openSqliteReads(file: string): SqliteReads {
  const database = connectDatabase(file);
  database.exec('PRAGMA query_only = ON');
  return {
    findRecord: later(recordFinder(database)),
    listRecords: later(recordLister(database)),
    countActions: later(actionCounter(database)),
    countPurposes: later(purposeCounter(database)),
    findArtefact: later(artefactFinder(database)),
    findPictures: later(pictureFinder(database)),
    findVersion: later(versionFinder(database)),
    findRevision: later(revisionFinder(database)),
    logSize: later(logSizer(database)),
    readTiles: later(tileReader(database)),
    findEntry: later(entryFinder(database)),
    listEntries: later(entryLister(database)),
    listCheckpoints: later(checkpointLister(database)),
    lastCheckpoint: later(checkpointFinder(database)),
    findContradictions: later(contradictionFinder(database)),
    check: later(() => void database.prepare('SELECT 1').get()),
    close: later(() => database.close()),
  };
}
