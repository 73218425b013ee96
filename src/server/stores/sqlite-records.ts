import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ConsentAction, ConsentRecord } from '../../model/consent-record.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hashRecord } from '../log/hash-record.ts';
import type { DayCount, KeptRecord, PurposeCount, RecordQuery } from './record-store.ts';
import type { LogAppender } from './sqlite-log.ts';

const parse = (row: Record<string, unknown> | undefined): ConsentRecord | undefined =>
  row && (JSON.parse(String(row.content)) as ConsentRecord);

/** Appends a record to table and log and counts it; the kept one where its id is taken, none where that was erased. */
export function recordInserter(
  database: DatabaseSync,
  log: LogAppender,
): (record: ConsentRecord) => KeptRecord | undefined {
  const insert = database.prepare(
    `INSERT INTO records (site, id, consent_id, received_at, valid_until, content, leaf_index, nonce)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (SELECT 1 FROM erased_records WHERE site = ?1 AND id = ?2)
     ON CONFLICT (site, id) DO NOTHING`,
  );
  const kept = database.prepare('SELECT content FROM records WHERE site = ? AND id = ?');
  const count = database.prepare(
    `INSERT INTO daily_counts (site, day, kind, name, count) VALUES (?, ?, ?, ?, 1)
     ON CONFLICT (site, day, kind, name) DO UPDATE SET count = count + 1`,
  );
  return (record) => {
    const { site, id, consentId, receivedAt, validUntil, action, purposes } = record;
    const times = [Date.parse(receivedAt), Date.parse(validUntil)] as const;
    const content = canonicalJson(record);
    const nonce = randomBytes(16);
    const { changes } = insert.run(site, id, consentId, ...times, content, log.nextIndex(), nonce);
    if (changes === 0) {
      const earlier = parse(kept.get(site, id));
      return earlier && { record: earlier, isNew: false };
    }
    log.append(hashRecord(content, nonce.toString('hex')));
    // Nobody was asked: it is the same answer.
    if (record.layer === 'handover') return { record, isNew: true };
    const day = receivedAt.slice(0, 10);
    count.run(site, day, 'action', action);
    if (action === 'withdraw' || action === 'gpc') return { record, isNew: true };
    for (const [purpose, answer] of Object.entries(purposes)) count.run(site, day, answer, purpose);
    return { record, isNew: true };
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

/** Counts records by day and action. */
export function actionCounter(
  database: DatabaseSync,
): (site: string, sinceDay: string) => readonly DayCount[] {
  const select = database.prepare(
    "SELECT day, name, count FROM daily_counts WHERE site = ? AND day >= ? AND kind = 'action' ORDER BY day, name",
  );
  return (site, sinceDay) =>
    select.all(site, sinceDay).map(({ day, name, count }) => ({
      day: String(day),
      action: String(name) as ConsentAction,
      count: Number(count),
    }));
}

/** Counts answers by purpose. */
export function purposeCounter(
  database: DatabaseSync,
): (site: string, sinceDay: string) => readonly PurposeCount[] {
  const select = database.prepare(
    `SELECT name, sum(iif(kind = 'granted', count, 0)) AS granted, sum(iif(kind = 'denied', count, 0)) AS denied
     FROM daily_counts WHERE site = ? AND day >= ? AND kind <> 'action' GROUP BY name ORDER BY name`,
  );
  return (site, sinceDay) =>
    select.all(site, sinceDay).map(({ name, granted, denied }) => ({
      purpose: String(name),
      granted: Number(granted),
      denied: Number(denied),
    }));
}
