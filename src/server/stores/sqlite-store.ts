import type { DatabaseSync } from 'node:sqlite';
import { AvowalError } from '../../model/errors.ts';
import { createGroupCommit } from './group-commit.ts';
import { openDatabase } from './open-database.ts';
import type { RecordStore } from './record-store.ts';
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
  const write = createGroupCommit(database, fail);
  const read = async <T>(work: () => T): Promise<T> => attempt(work);

  const keep = records.recordInserter(database);
  const find = records.recordFinder(database);
  const list = records.recordLister(database);
  const countActions = records.actionCounter(database);
  const countPurposes = records.purposeCounter(database);
  const purge = records.recordPurger(database);
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
    purgeRecords: (site, endedBefore, limit) => write(() => purge(site, endedBefore, limit)),
    check: () => read(() => void database.prepare('SELECT 1').get()),
    close: async () => {
      // An empty change waits for the transaction that may be under way.
      await write(() => undefined).catch(() => undefined);
      database.close();
    },
  };
}
