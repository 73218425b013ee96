import type { ConsentAction, ConsentRecord } from '../../model/consent-record.ts';
import type { PostgresDatabase } from './postgres-database.ts';
import type { DayCount, PurposeCount, RecordQuery } from './record-store.ts';

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Whether a text can be the id of a record: the column takes nothing else. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const parse = (row: Record<string, unknown>) => JSON.parse(String(row.content)) as ConsentRecord;

/** Finds a record by its id in any of the sites. */
export async function findRecord(
  database: PostgresDatabase,
  sites: readonly string[],
  id: string,
): Promise<ConsentRecord | undefined> {
  if (!isUuid(id)) return undefined;
  const rows = await database.query(
    `SELECT content FROM places JOIN records USING (site, received_at, id) WHERE site = ANY ($1) AND id = $2
     ORDER BY received_at LIMIT 1`,
    [sites, id],
  );
  return rows.map(parse)[0];
}

/** Lists records, newest first. */
export async function listRecords(
  database: PostgresDatabase,
  site: string,
  { consentId, before, beforeId = '', limit }: RecordQuery,
): Promise<readonly ConsentRecord[]> {
  const place = [site, before ?? 'infinity', isUuid(beforeId) ? beforeId : NO_ID, limit];
  const rows = await database.query(
    `SELECT content FROM records WHERE site = $1 AND (received_at, id) < ($2::timestamptz, $3::uuid)
     ${consentId === undefined ? '' : 'AND consent_id = $5'} ORDER BY received_at DESC, id DESC LIMIT $4`,
    consentId === undefined ? place : [...place, consentId],
  );
  return rows.map(parse);
}

/** Counts records by day and action. */
export async function countActions(
  database: PostgresDatabase,
  site: string,
  sinceDay: string,
): Promise<readonly DayCount[]> {
  const rows = await database.query(
    `SELECT day::text AS day, name, count FROM daily_counts WHERE site = $1 AND day >= $2 AND kind = 'action'
     ORDER BY day, name`,
    [site, sinceDay],
  );
  return rows.map(({ day, name, count }) => ({
    day: String(day),
    action: String(name) as ConsentAction,
    count: Number(count),
  }));
}

/** Counts answers by purpose. */
export async function countPurposes(
  database: PostgresDatabase,
  site: string,
  sinceDay: string,
): Promise<readonly PurposeCount[]> {
  const rows = await database.query(
    `SELECT name, coalesce(sum(count) FILTER (WHERE kind = 'granted'), 0) AS granted,
       coalesce(sum(count) FILTER (WHERE kind = 'denied'), 0) AS denied
     FROM daily_counts WHERE site = $1 AND day >= $2 AND kind <> 'action' GROUP BY name ORDER BY name`,
    [site, sinceDay],
  );
  return rows.map(({ name, granted, denied }) => ({
    purpose: String(name),
    granted: Number(granted),
    denied: Number(denied),
  }));
}
