import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hashRecord } from '../log/hash-record.ts';
import type { ErasedEntry, KeptEntry, StoredEntry } from './log-store.ts';
import type { LogAppender } from './sqlite-log.ts';

const CHUNK = 1000;

const hexOf = (nonce: unknown): string => Buffer.from(nonce as Uint8Array).toString('hex');

/** Brings the records into the log that were kept before there was one, in chunks; goes on where it was stopped. */
export function integrateRecords(database: DatabaseSync, log: LogAppender): void {
  const select = database.prepare(
    `SELECT site, id, content FROM records WHERE leaf_index IS NULL LIMIT ${CHUNK}`,
  );
  const place = database.prepare('UPDATE records SET leaf_index = ?, nonce = ? WHERE site = ? AND id = ?');
  for (;;) {
    database.exec('BEGIN IMMEDIATE');
    const rows = select.all();
    for (const { site, id, content } of rows) {
      const nonce = randomBytes(16);
      place.run(log.nextIndex(), nonce, String(site), String(id));
      log.append(hashRecord(canonicalJson(JSON.parse(String(content))), hexOf(nonce)));
    }
    log.flush();
    database.exec('COMMIT');
    if (rows.length < CHUNK) return;
  }
}

/** Finds a record with its place in the log, or what is left of it. */
export function entryFinder(
  database: DatabaseSync,
): (sites: readonly string[], id: string) => KeptEntry | ErasedEntry | undefined {
  const kept = database.prepare(
    `SELECT content, leaf_index, nonce FROM records WHERE site IN (SELECT value FROM json_each(?)) AND id = ?
     ORDER BY received_at LIMIT 1`,
  );
  const erased = database.prepare(
    `SELECT leaf_index, erased_at FROM erased_records WHERE site IN (SELECT value FROM json_each(?)) AND id = ?
     ORDER BY leaf_index LIMIT 1`,
  );
  return (sites, id) => {
    const names = JSON.stringify(sites);
    const row = kept.get(names, id);
    if (row) {
      const record = JSON.parse(String(row.content)) as ConsentRecord;
      return { record, leafIndex: Number(row.leaf_index), nonce: hexOf(row.nonce) };
    }
    const left = erased.get(names, id);
    return (
      left && { leafIndex: Number(left.leaf_index), erasedAt: new Date(Number(left.erased_at)).toISOString() }
    );
  };
}

/** Lists places of the log in order, exactly as they are stored. */
export function entryLister(
  database: DatabaseSync,
): (fromLeaf: number, limit: number) => readonly StoredEntry[] {
  const select = database.prepare(
    `SELECT leaf_index, id, content, nonce FROM records WHERE leaf_index >= ?1 AND leaf_index < ?2
     UNION ALL SELECT leaf_index, id, NULL, NULL FROM erased_records WHERE leaf_index >= ?1 AND leaf_index < ?2
     ORDER BY leaf_index`,
  );
  return (fromLeaf, limit) =>
    select.all(fromLeaf, fromLeaf + limit).map(({ leaf_index, id, content, nonce }) => ({
      leafIndex: Number(leaf_index),
      id: String(id),
      content: content === null ? null : String(content),
      nonce: nonce === null ? null : hexOf(nonce),
    }));
}
