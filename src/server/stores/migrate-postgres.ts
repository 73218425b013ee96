import type { PostgresDatabase } from './postgres-database.ts';
import { POSTGRES_MIGRATIONS } from './postgres-migrations.ts';

/** Any number that nothing else in the database locks. */
export const SCHEMA_LOCK = 4_137_280_511;

/** What would acknowledge a record before it is on disk. */
const REFUSED: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** Brings the tables up to date, one server after the other where several start at once. Throws STORE_FAILED. */
export async function migratePostgres(database: PostgresDatabase): Promise<void> {
  await database.transaction(async (client) => {
    const { rows } = await client.query('SELECT name, setting FROM pg_settings');
    const settings = new Map(rows.map(({ name, setting }) => [String(name), String(setting)]));
    if (Number(settings.get('server_version_num')) < 150_000) {
      throw new Error(`it is PostgreSQL ${settings.get('server_version')}; version 15 or newer is needed`);
    }
    for (const [name, value] of Object.entries(REFUSED)) {
      if (settings.get(name) === value) throw new Error(`with ${name} = ${value} a power cut loses records`);
    }
    await client.query('SELECT pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
    await client.query('CREATE TABLE IF NOT EXISTS avowal_schema (version integer NOT NULL)');
    const seen = Number((await client.query('SELECT version FROM avowal_schema')).rows[0]?.version ?? 0);
    if (seen > POSTGRES_MIGRATIONS.length) {
      throw new Error(`it was written by a newer version of Avowal (schema ${seen})`);
    }
    if (seen === POSTGRES_MIGRATIONS.length) return;
    for (const sql of POSTGRES_MIGRATIONS.slice(seen)) await client.query(sql);
    await client.query('DELETE FROM avowal_schema');
    await client.query('INSERT INTO avowal_schema VALUES ($1)', [POSTGRES_MIGRATIONS.length]);
  });
}
