import type { DatabaseSync } from 'node:sqlite';
import { AvowalError } from '../../model/errors.ts';
import { createGroupCommit } from './group-commit.ts';
import { openDatabase } from './open-database.ts';
import type { RecordStore } from './record-store.ts';
import { checkpointFinder, checkpointKeeper, checkpointLister } from './sqlite-checkpoints.ts';
import { contradictionFinder } from './sqlite-contradictions.ts';
import { entryFinder, entryLister, integrateRecords } from './sqlite-entries.ts';
import { recordEraser } from './sqlite-erasures.ts';
import { logAppender, logSizer, tileReader } from './sqlite-log.ts';
import * as records from './sqlite-records.ts';
import * as versions from './sqlite-versions.ts';

/** Opens the store in one SQLite file, made when missing. Throws STORE_FAILED. */
export function openSqliteStore(file: string): RecordStore {
  const fail = (error: unknown) =>
    new AvowalError('STORE_FAILED', { file, problem: (error as Error).message }, error);
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw fail(error);
    }
  };
  const database: DatabaseSync = attempt(() => openDatabase(file));
  const log = logAppender(database);
  attempt(() => integrateRecords(database, log));
  const write = createGroupCommit(database, fail, { beforeCommit: log.flush, afterRollback: log.forget });
  const read = async <T>(work: () => T): Promise<T> => attempt(work);

  const keep = records.recordInserter(database, log);
  const find = records.recordFinder(database);
  const list = records.recordLister(database);
  const countActions = records.actionCounter(database);
  const countPurposes = records.purposeCounter(database);
  const erase = recordEraser(database);
  const size = logSizer(database);
  const readTiles = tileReader(database);
  const findEntry = entryFinder(database);
  const listEntries = entryLister(database);
  const keepCheckpoint = checkpointKeeper(database);
  const listCheckpoints = checkpointLister(database);
  const lastCheckpoint = checkpointFinder(database);
  const contradictions = contradictionFinder(database);
  const keepArtefacts = versions.artefactInserter(database);
  const findArtefact = versions.artefactFinder(database);
  const publish = versions.versionPublisher(database);
  const findVersion = versions.versionFinder(database);
  const findRevision = versions.revisionFinder(database);

  return {
    keepRecord: (record) => write(() => keep(record)),
    findRecord: (sites, id) => read(() => find(sites, id)),
    listRecords: (site, query) => read(() => list(site, query)),
    countActions: (site, sinceDay) => read(() => countActions(site, sinceDay)),
    countPurposes: (site, sinceDay) => read(() => countPurposes(site, sinceDay)),
    keepArtefacts: (artefacts) => write(() => keepArtefacts(artefacts)),
    findArtefact: (hash) => read(() => findArtefact(hash)),
    publishVersion: (version, now) => write(() => publish(version, now)),
    findVersion: (site, configHash, since) => read(() => findVersion(site, configHash, since)),
    findRevision: (site, uiRevision) => read(() => findRevision(site, uiRevision)),
    eraseEnded: (site, endedBefore, limit) => write(() => erase(site, { endedBefore }, limit)),
    eraseConsent: (site, consentId, limit) => write(() => erase(site, { consentId }, limit)),
    // Without the checkpoint the journal keeps a copy of what was erased until it is written over. Secure deletion misses what
    // SQLite left in the gaps of a page when it moved rows to another one: only a file that is written anew has none of it.
    scrub: (what) =>
      read(() => database.exec(`${what === 'everything' ? 'VACUUM; ' : ''}PRAGMA wal_checkpoint(TRUNCATE)`)),
    logSize: () => read(size),
    readTiles: (addresses) => read(() => readTiles(addresses)),
    findEntry: (sites, id) => read(() => findEntry(sites, id)),
    listEntries: (fromLeaf, limit) => read(() => listEntries(fromLeaf, limit)),
    keepCheckpoint: (checkpoint) => write(() => keepCheckpoint(checkpoint)),
    listCheckpoints: () => read(listCheckpoints),
    lastCheckpoint: () => read(lastCheckpoint),
    findContradictions: () => read(contradictions),
    check: () => read(() => void database.prepare('SELECT 1').get()),
    close: async () => {
      // An empty change waits for the transaction that may be under way.
      await write(() => undefined).catch(() => undefined);
      database.close();
    },
  };
}
