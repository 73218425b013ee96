import type { ConsentRecord } from '../../model/consent-record.ts';
import { canonicalJson } from '../canonical-json.ts';
import { tallyOf } from './daily-counts.ts';

/**
 * A record as the writing side of a SQLite file takes it: all that can be made of it elsewhere, since every record waits for that
 * one thread. A tuple, which is cheaper to hand over than an object.
 */
export type RecordRow = readonly [
  site: string,
  id: string,
  consentId: string,
  receivedAt: number,
  validUntil: number,
  /** Canonical JSON. */
  content: string,
  tally: string,
];

/** The row of a record. */
export const rowOf = (record: ConsentRecord): RecordRow => [
  record.site,
  record.id,
  record.consentId,
  Date.parse(record.receivedAt),
  Date.parse(record.validUntil),
  canonicalJson(record),
  tallyOf(record),
];
