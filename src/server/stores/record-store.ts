import type { ConsentAction, ConsentRecord } from '../../model/consent-record.ts';
import type { PublishedVersion } from '../sites/site-version.ts';
import type { LogStore } from './log-store.ts';
import type { PictureStore } from './picture-store.ts';

/** A record as the store holds it after a commit, and whether this call put it there. */
export interface KeptRecord {
  readonly record: ConsentRecord;
  readonly isNew: boolean;
}

/** One exact thing that was shown or run, kept under the SHA-256 (hex) of its text (PRF-004). */
export interface Artefact {
  readonly hash: string;
  readonly kind: 'config' | 'notice' | 'bundle';
  readonly content: string;
}

/** Records of one day (UTC, `2026-11-23`) by action. */
export interface DayCount {
  readonly day: string;
  readonly action: ConsentAction;
  readonly count: number;
}

/** How often a purpose was granted and denied by who was asked: withdrawals and signals answer no question. */
export interface PurposeCount {
  readonly purpose: string;
  readonly granted: number;
  readonly denied: number;
}

/** Which records to list: newest first, at most `limit`. */
export interface RecordQuery {
  readonly consentId?: string;
  /** Only records received before this time, ISO 8601. */
  readonly before?: string;
  /** Of the records received exactly at `before`, those with a smaller id too: the last of a page leads to the next one. */
  readonly beforeId?: string;
  readonly limit: number;
}

/**
 * Keeps consent records and what they refer to. Every promise settles only after the change is durable: a process or a
 * machine that dies afterwards loses nothing. Methods throw STORE_FAILED.
 */
export interface RecordStore extends LogStore, PictureStore {
  /**
   * Appends a record to records and log, or returns the one that has its id already: a kept record is never changed.
   * `undefined` where the record with its id was erased: it does not come back.
   */
  keepRecord(record: ConsentRecord): Promise<KeptRecord | undefined>;
  /** The record with this id in one of the sites. */
  findRecord(sites: readonly string[], id: string): Promise<ConsentRecord | undefined>;
  listRecords(site: string, query: RecordQuery): Promise<readonly ConsentRecord[]>;
  /** Counts by day since a day (`2026-11-23`), from roll-ups. */
  countActions(site: string, sinceDay: string): Promise<readonly DayCount[]>;
  countPurposes(site: string, sinceDay: string): Promise<readonly PurposeCount[]>;
  /** Keeps artefacts; one that is there already stays as it is. */
  keepArtefacts(artefacts: readonly Artefact[]): Promise<void>;
  findArtefact(hash: string): Promise<Artefact | undefined>;
  /** Makes a version the site's current one and retires the others. */
  publishVersion(version: PublishedVersion, now: Date): Promise<void>;
  /** The youngest version with this configuration that was current at or after `since`. */
  findVersion(site: string, configHash: string, since: Date): Promise<PublishedVersion | undefined>;
  /** The version that brought this UI revision. */
  findRevision(site: string, uiRevision: string): Promise<PublishedVersion | undefined>;
  /** Erases at most `limit` records that ended before a time, notes how many, and returns that (PRF-006). */
  eraseEnded(site: string, endedBefore: Date, limit: number): Promise<number>;
  /** Erases at most `limit` records of a consent id, notes how many, and returns that (PRF-007). */
  eraseConsent(site: string, consentId: string, limit: number): Promise<number>;
  /**
   * Lets go of what the store still holds of erased records: the copies in its journal, or all of it, for which the file is
   * written anew and answers wait, about 4 s for each GB.
   */
  scrub(what: 'journal' | 'everything'): Promise<void>;
  /** How much is durable here and has not got into the log yet. */
  countWaiting(): Promise<number>;
  /** How much of that was set aside, because the database refuses it for its content. */
  countQuarantined(): Promise<number>;
  /** Throws where the store does not answer. */
  check(): Promise<void>;
  /** Waits for what is under way, then lets go of the store. */
  close(): Promise<void>;
}
