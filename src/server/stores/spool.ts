import type { DatabaseSync } from 'node:sqlite';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { AvowalError } from '../../model/errors.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { PublishedVersion } from '../sites/site-version.ts';
import { createBatchCommit } from './batch-commit.ts';
import { openDatabase } from './open-database.ts';
import type { Artefact, KeptRecord } from './record-store.ts';
import { SPOOL_MIGRATIONS } from './spool-migrations.ts';
import {
  artefactFinder,
  artefactInserter,
  revisionFinder,
  versionFinder,
  versionPublisher,
} from './sqlite-versions.ts';

/** Something on its way to the database. */
export type Parcel =
  | { readonly kind: 'record'; readonly record: ConsentRecord }
  | { readonly kind: 'artefacts'; readonly artefacts: readonly Artefact[] }
  | { readonly kind: 'version'; readonly version: PublishedVersion; readonly time: number };

/** A parcel with its number: those that came later have higher ones. */
export type NumberedParcel = Parcel & { readonly seq: number };

/** What a server has acknowledged and the database has not got yet, in a SQLite file: every promise settles after its fsync. */
export interface Spool {
  /** Keeps a record, or returns the one that waits under its id. */
  keepRecord(record: ConsentRecord): Promise<KeptRecord>;
  keepArtefacts(artefacts: readonly Artefact[]): Promise<void>;
  publishVersion(version: PublishedVersion, now: Date): Promise<void>;
  findRecord(sites: readonly string[], id: string): ConsentRecord | undefined;
  /** The records of a site that wait, in no order. */
  listRecords(site: string): readonly ConsentRecord[];
  findArtefact(hash: string): Artefact | undefined;
  findVersion(site: string, configHash: string, since: Date): PublishedVersion | undefined;
  findRevision(site: string, uiRevision: string): PublishedVersion | undefined;
  /** The oldest parcels. */
  next(limit: number): readonly NumberedParcel[];
  /** Lets go of all parcels up to a number: only after the database has committed them. */
  forget(lastSeq: number): void;
  /** Number of parcels. */
  size(): number;
  close(): Promise<void>;
}

const recordIn = (row: Record<string, unknown> | undefined) =>
  row && (JSON.parse(String(row.content)) as ConsentRecord);

function parcelIn(row: Record<string, unknown>): NumberedParcel {
  const seq = Number(row.seq);
  const value = JSON.parse(String(row.content));
  if (row.kind === 'record') return { seq, kind: 'record', record: value };
  return row.kind === 'artefacts'
    ? { seq, kind: 'artefacts', artefacts: value }
    : { seq, kind: 'version', ...value };
}

/** Opens a spool, made when missing. Throws STORE_FAILED, as all its methods do. */
export function openSpool(file: string): Spool {
  const fail = (error: unknown) =>
    new AvowalError('STORE_FAILED', { file, problem: (error as Error).message }, error);
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw fail(error);
    }
  };
  const database: DatabaseSync = attempt(() => openDatabase(file, SPOOL_MIGRATIONS));
  const put = database.prepare(
    'INSERT INTO waiting (kind, site, id, content) VALUES (?, ?, ?, ?) ON CONFLICT (site, id) DO NOTHING',
  );
  const find = database.prepare(
    'SELECT content FROM waiting WHERE site IN (SELECT value FROM json_each(?)) AND id = ? LIMIT 1',
  );
  const list = database.prepare('SELECT content FROM waiting WHERE site = ?');
  const next = database.prepare('SELECT seq, kind, content FROM waiting ORDER BY seq LIMIT ?');
  const forget = database.prepare('DELETE FROM waiting WHERE seq <= ?');
  const count = database.prepare('SELECT count(*) AS n FROM waiting');
  const putArtefacts = artefactInserter(database);
  const publish = versionPublisher(database);
  const findArtefact = artefactFinder(database);
  const findVersion = versionFinder(database);
  const findRevision = revisionFinder(database);

  const changes = createBatchCommit<() => void, void>(async (batch) => {
    try {
      database.exec('BEGIN IMMEDIATE');
      for (const change of batch) change();
      database.exec('COMMIT');
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
    return batch.map(() => undefined);
  }, fail);

  return {
    keepRecord: async (record) => {
      let earlier: ConsentRecord | undefined;
      await changes.put(() => {
        const { changes: added } = put.run('record', record.site, record.id, canonicalJson(record));
        if (added === 0) earlier = recordIn(find.get(JSON.stringify([record.site]), record.id));
      });
      return earlier ? { record: earlier, isNew: false } : { record, isNew: true };
    },
    keepArtefacts: (artefacts) =>
      changes.put(() => {
        putArtefacts(artefacts);
        put.run('artefacts', null, null, JSON.stringify(artefacts));
      }),
    publishVersion: (version, now) =>
      changes.put(() => {
        publish(version, now);
        put.run('version', null, null, JSON.stringify({ version, time: now.getTime() }));
      }),
    findRecord: (sites, id) => attempt(() => recordIn(find.get(JSON.stringify(sites), id))),
    listRecords: (site) => attempt(() => list.all(site).flatMap((row) => recordIn(row) ?? [])),
    findArtefact: (hash) => attempt(() => findArtefact(hash)),
    findVersion: (site, configHash, since) => attempt(() => findVersion(site, configHash, since)),
    findRevision: (site, uiRevision) => attempt(() => findRevision(site, uiRevision)),
    next: (limit) => attempt(() => next.all(limit).map(parcelIn)),
    forget: (lastSeq) => attempt(() => void forget.run(lastSeq)),
    size: () => attempt(() => Number(count.get()?.n)),
    close: async () => {
      await changes.idle();
      database.close();
    },
  };
}
