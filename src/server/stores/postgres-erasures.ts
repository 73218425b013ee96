import type { ErasureScope } from './erasure-scope.ts';
import type { PostgresDatabase } from './postgres-database.ts';

const CONDITIONS = {
  age: 'received_at < $2 AND valid_until < $2',
  consent: 'consent_id = $2',
} as const;

/**
 * Erases records in the only way that the tables let through and notes how many, not whose. The place of each in the log
 * stays, and its hash with it: without content and nonce that says nothing.
 */
export function eraseRecords(
  database: PostgresDatabase,
  site: string,
  { endedBefore, consentId }: ErasureScope,
  limit: number,
): Promise<number> {
  const reason = consentId === undefined ? 'age' : 'consent';
  return database.transaction(async (client) => {
    const { rows } = await client.query(
      `WITH chosen AS (SELECT site, id FROM records WHERE site = $1 AND ${CONDITIONS[reason]} LIMIT $3)
       UPDATE places SET erased_at = date_trunc('milliseconds', clock_timestamp()) FROM chosen
       WHERE places.site = chosen.site AND places.id = chosen.id AND erased_at IS NULL
       RETURNING places.id, places.received_at`,
      [site, consentId ?? endedBefore?.toISOString(), limit],
    );
    if (rows.length === 0) return 0;
    const { rowCount } = await client.query(
      `DELETE FROM records USING unnest($2::timestamptz[], $3::uuid[]) AS gone (received_at, id)
       WHERE records.site = $1 AND records.received_at = gone.received_at AND records.id = gone.id`,
      [site, rows.map(({ received_at }) => received_at), rows.map(({ id }) => id)],
    );
    await client.query(
      `INSERT INTO erasures (site, at, reason, erased) VALUES ($1, date_trunc('minute', clock_timestamp()), $2, $3)
       ON CONFLICT (site, at, reason) DO UPDATE SET erased = erasures.erased + excluded.erased`,
      [site, reason, rowCount],
    );
    return rowCount ?? 0;
  });
}
