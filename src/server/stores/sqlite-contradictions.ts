import type { DatabaseSync } from 'node:sqlite';

/** Each selects rows that must not be: what is wrong with them, and the name of one. */
const QUERIES: readonly string[] = [
  `SELECT 'the columns of record ' || id || ' contradict its content' AS problem FROM records
   WHERE NOT json_valid(content) OR site IS NOT json_extract(content, '$.site') OR id IS NOT json_extract(content, '$.id')
     OR consent_id IS NOT json_extract(content, '$.consentId')
     OR received_at IS NOT CAST(round(unixepoch(json_extract(content, '$.receivedAt'), 'subsec') * 1000) AS INTEGER)
     OR valid_until IS NOT CAST(round(unixepoch(json_extract(content, '$.validUntil'), 'subsec') * 1000) AS INTEGER)`,
  `SELECT 'record ' || id || ' has no place in the log' AS problem FROM records WHERE leaf_index IS NULL OR nonce IS NULL`,
  `SELECT 'record ' || id || ' stands behind the end of the log' AS problem FROM records
   WHERE leaf_index >= coalesce((SELECT tile * 256 + length(hashes) / 32 FROM log_tiles WHERE level = 0 ORDER BY tile DESC LIMIT 1), 0)`,
  `SELECT 'record ' || id || ' is kept and erased at once' AS problem FROM records JOIN erased_records USING (site, id)`,
  `SELECT 'site ' || site || ' has ' || erased || ' erased records, but its erasures count ' || counted AS problem FROM (
     SELECT site, sum(erased) AS erased, sum(counted) AS counted FROM (
       SELECT site, count(*) AS erased, 0 AS counted FROM erased_records GROUP BY site
       UNION ALL SELECT site, 0, erased FROM erasures WHERE reason <> 'age before the log')
     GROUP BY site) WHERE erased <> counted`,
];

/** Most problems of one kind that are named one by one. */
const LIMIT = 20;

/** Finds where the tables contradict themselves or each other, and where the file is broken. */
export function contradictionFinder(database: DatabaseSync): () => readonly string[] {
  const queries = QUERIES.map((sql) => database.prepare(`${sql} LIMIT ${LIMIT}`));
  const integrity = database.prepare(`PRAGMA integrity_check(${LIMIT})`);
  return () => [
    ...integrity
      .all()
      .map(({ integrity_check }) => String(integrity_check))
      .filter((line) => line !== 'ok')
      .map((line) => `the database file is broken: ${line}`),
    ...queries.flatMap((query) => query.all().map(({ problem }) => String(problem))),
  ];
}
