import type { PostgresDatabase } from './postgres-database.ts';

/** Each selects rows that must not be: what is wrong with them, and the name of one. */
const QUERIES: readonly string[] = [
  `SELECT 'the columns of record ' || id || ' contradict its content' AS problem FROM records
   WHERE (site, id::text, consent_id, received_at, valid_until) IS DISTINCT FROM (content::json ->> 'site', content::json ->> 'id',
     content::json ->> 'consentId', (content::json ->> 'receivedAt')::timestamptz, (content::json ->> 'validUntil')::timestamptz)`,
  `SELECT 'record ' || id || ' has no place in the log' AS problem FROM records r
   WHERE NOT EXISTS (SELECT FROM places p WHERE (p.site, p.received_at, p.id) = (r.site, r.received_at, r.id))`,
  `SELECT 'record ' || id || ' is gone, but was not erased' AS problem FROM places p WHERE erased_at IS NULL
   AND NOT EXISTS (SELECT FROM records r WHERE (p.site, p.received_at, p.id) = (r.site, r.received_at, r.id))`,
  `SELECT 'record ' || id || ' is kept and erased at once' AS problem FROM places JOIN records USING (site, received_at, id)
   WHERE erased_at IS NOT NULL`,
  `SELECT 'the log has ' || size || ' leaves, but ' || places || ' places and ' || hashes || ' hashes' AS problem
   FROM log_head, (SELECT count(*) AS places FROM places) AS p,
     (SELECT coalesce(max(tile * 256 + length(hashes) / 32), 0) AS hashes FROM log_tiles WHERE level = 0) AS t
   WHERE size <> places OR size <> hashes`,
  `SELECT 'site ' || site || ' has ' || erased || ' erased records, but its erasures count ' || counted AS problem FROM (
     SELECT site, sum(erased) AS erased, sum(counted) AS counted FROM (
       SELECT site, count(*) AS erased, 0 AS counted FROM places WHERE erased_at IS NOT NULL GROUP BY site
       UNION ALL SELECT site, 0, erased FROM erasures) AS each_one
     GROUP BY site) AS by_site WHERE erased <> counted`,
];

/** Most problems of one kind that are named one by one. */
const LIMIT = 20;

/** Finds where the tables contradict themselves or each other, as they were at one moment. */
export const findContradictions = (database: PostgresDatabase): Promise<readonly string[]> =>
  database.transaction(async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const found: string[] = [];
    for (const text of QUERIES) {
      // Reads every record: that takes as long as it takes.
      const query = { text: `${text} LIMIT ${LIMIT}`, query_timeout: 24 * 3_600_000 };
      const { rows } = await client.query(query);
      found.push(...rows.map(({ problem }) => String(problem)));
    }
    return found;
  });
