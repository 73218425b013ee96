import { randomFillSync } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { hashRecord } from '../log/hash-record.ts';
import type { RecordRow } from './record-row.ts';
import type { RecordQuery } from './record-store.ts';
import type { DailyCounter } from './sqlite-counts.ts';
import type { LogAppender } from './sqlite-log.ts';

const NONCE_BYTES = 16;

const parse = (row: Record<string, unknown> | undefined): ConsentRecord | undefined =>
  row && (JSON.parse(String(row.content)) as ConsentRecord);

/** Random bytes, drawn from the system a few hundred nonces at a time. */
function nonceMaker(): () => Buffer {
  const pool = Buffer.alloc(256 * NONCE_BYTES);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    at += NONCE_BYTES;
    return Buffer.from(pool.subarray(at - NONCE_BYTES, at));
  };
}

/** What became of a row: it was kept, or a record that was erased or is there has its id. */
export type KeptRow = 'new' | 'erased' | ConsentRecord;

/** Appends a record to table and log and counts it; otherwise says why not: the record that has its id, or that it was erased. */
export function recordInserter(
  database: DatabaseSync,
  log: LogAppender,
  counts: DailyCounter,
): (row: RecordRow) => KeptRow {
  const insert = database.prepare(
    `INSERT INTO records (site, id, consent_id, received_at, valid_until, content, leaf_index, nonce)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (SELECT 1 FROM erased_records WHERE site = ?1 AND id = ?2)
     ON CONFLICT (site, id) DO NOTHING`,
  );
  const kept = database.prepare('SELECT content FROM records WHERE site = ? AND id = ?');
  const makeNonce = nonceMaker();
  return ([site, id, consentId, receivedAt, validUntil, content, tally]) => {
    const nonce = makeNonce();
    const place = [log.nextIndex(), nonce] as const;
    const { changes } = insert.run(site, id, consentId, receivedAt, validUntil, content, ...place);
    if (changes === 0) return parse(kept.get(site, id)) ?? 'erased';
    log.append(hashRecord(content, nonce.toString('hex')));
    counts.add(tally);
    return 'new';
  };
}

/** Finds a record by its id in any of the sites. */
export function recordFinder(
  database: DatabaseSync,
): (sites: readonly string[], id: string) => ConsentRecord | undefined {
  const find = database.prepare(
    `SELECT content FROM records WHERE site IN (SELECT value FROM json_each(?)) AND id = ? ORDER BY received_at LIMIT 1`,
  );
  return (sites, id) => parse(find.get(JSON.stringify(sites), id));
}

/** Lists records, newest first. */
export function recordLister(
  database: DatabaseSync,
): (site: string, query: RecordQuery) => readonly ConsentRecord[] {
  const latest = database.prepare(
    `SELECT content FROM records WHERE site = ? AND (received_at, id) < (?, ?)
     ORDER BY received_at DESC, id DESC LIMIT ?`,
  );
  const ofConsent = database.prepare(
    `SELECT content FROM records WHERE site = ? AND consent_id = ? AND (received_at, id) < (?, ?)
     ORDER BY received_at DESC, id DESC LIMIT ?`,
  );
  return (site, { consentId, before, beforeId = '', limit }) => {
    const place = [before ? Date.parse(before) : Number.MAX_SAFE_INTEGER, beforeId, limit] as const;
    const rows = consentId ? ofConsent.all(site, consentId, ...place) : latest.all(site, ...place);
    return rows.flatMap((row) => parse(row) ?? []);
  };
}
