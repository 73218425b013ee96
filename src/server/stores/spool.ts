import type { ConsentRecord } from '../../model/consent-record.ts';
import { AvowalError } from '../../model/errors.ts';
import type { ConfigChange } from '../sites/shared-configs.ts';
import type { PublishedVersion } from '../sites/site-version.ts';
import { callThread } from './call-thread.ts';
import { openDatabase } from './open-database.ts';
import type { Artefact } from './record-store.ts';
import { SPOOL_MIGRATIONS } from './spool-migrations.ts';

/** Something on its way to the database. */
export type Parcel =
  | { readonly kind: 'record'; readonly record: ConsentRecord }
  | { readonly kind: 'artefacts'; readonly artefacts: readonly Artefact[] }
  | { readonly kind: 'version'; readonly version: PublishedVersion; readonly time: number }
  | { readonly kind: 'config'; readonly change: ConfigChange };

/** A parcel with its number: those that came later have higher ones. */
export type NumberedParcel = Parcel & { readonly seq: number };

/** A parcel that the database refused. */
export interface Quarantined {
  readonly kind: Parcel['kind'];
  readonly site: string | null;
  readonly id: string | null;
  /** JSON. */
  readonly content: string;
  readonly problem: string;
  /** ISO 8601. */
  readonly setAsideAt: string;
}

/** What a server has acknowledged and the database has not got yet, in a SQLite file: every promise settles after its fsync. */
export interface Spool {
  /** Keeps the canonical JSON of a record: a text is cheaper to hand over than an object. Returns the record that waits under its id, if one does. */
  keepRecord(site: string, id: string, content: string): Promise<ConsentRecord | undefined>;
  keepArtefacts(artefacts: readonly Artefact[]): Promise<void>;
  publishVersion(version: PublishedVersion, now: Date): Promise<void>;
  /** Keeps the last change of a site's configuration. */
  publishConfig(change: ConfigChange): Promise<void>;
  /** Site → hash of its configuration whose change waits. */
  waitingConfigs(sites: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Site → hash of the configuration that was served here last. */
  servedConfigs(sites: readonly string[]): Promise<ReadonlyMap<string, string>>;
  findRecord(sites: readonly string[], id: string): Promise<ConsentRecord | undefined>;
  /** The records of a site that wait, in no order. */
  listRecords(site: string): Promise<readonly ConsentRecord[]>;
  findArtefact(hash: string): Promise<Artefact | undefined>;
  findVersion(site: string, configHash: string, since: Date): Promise<PublishedVersion | undefined>;
  findRevision(site: string, uiRevision: string): Promise<PublishedVersion | undefined>;
  /** The oldest parcels. */
  next(limit: number): Promise<readonly NumberedParcel[]>;
  /** Lets go of all parcels up to a number: only after the database has committed them. */
  forget(lastSeq: number): Promise<void>;
  /** Sets a parcel aside, so that the next ones can go on. */
  setAside(seq: number, problem: string, now: Date): Promise<void>;
  /** What was set aside, oldest first. */
  listQuarantined(): Promise<readonly Quarantined[]>;
  countQuarantined(): Promise<number>;
  /** Puts all that was set aside at the end of what waits; returns how many. */
  retryQuarantined(): Promise<number>;
  /** Number of parcels. */
  size(): Promise<number>;
  close(): Promise<void>;
}

/** Opens a spool, made when missing, in a thread of its own: nothing else waits for its disk. Throws STORE_FAILED, as all its methods do. */
export function openSpool(file: string): Spool {
  const fail = (error: unknown) =>
    new AvowalError('STORE_FAILED', { file, problem: (error as Error).message }, error);
  try {
    openDatabase(file, SPOOL_MIGRATIONS).close();
  } catch (error) {
    throw fail(error);
  }
  return callThread<Spool>({ side: 'spool', file }, fail);
}
