import { SCHEMA_LOCK } from './migrate-postgres.ts';
import type { PostgresDatabase } from './postgres-database.ts';

/** Months that are made before they begin. */
const AHEAD = 2;

/** A month (UTC) as `2026-11`, counted from another one. */
function monthOf(time: number, later = 0): string {
  const date = new Date(time);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later)).toISOString().slice(0, 7);
}

const firstDay = (month: string, later = 0) => `${monthOf(Date.parse(`${month}-01`), later)}-01T00:00:00Z`;

/**
 * Makes the partitions that records of some times need, and those of this and the next months. To attach one, unlike
 * to create it as a partition, does not wait for whoever reads.
 */
export function partitionMaker(database: PostgresDatabase): (times: readonly string[]) => Promise<void> {
  const made = new Set<string>();
  const make = (month: string) =>
    database.transaction(async (client) => {
      const name = `records_${month.replace('-', '_')}`;
      await client.query('SELECT pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
      const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS there', [name]);
      if (rows[0]?.there) return;
      await client.query(`CREATE TABLE ${name} (LIKE records INCLUDING STORAGE)`);
      await client.query(
        `ALTER TABLE records ATTACH PARTITION ${name} FOR VALUES FROM ('${firstDay(month)}') TO ('${firstDay(month, 1)}')`,
      );
    });
  return async (times) => {
    const now = Date.now();
    const ahead = Array.from({ length: AHEAD + 1 }, (_, later) => monthOf(now, later));
    for (const month of new Set([...times.map((time) => monthOf(Date.parse(time))), ...ahead])) {
      if (made.has(month)) continue;
      await make(month);
      made.add(month);
    }
  };
}
