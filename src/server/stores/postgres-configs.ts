import type { ResolvedConfig } from '../../model/resolved-config.ts';
import type { ConfigChange } from '../sites/shared-configs.ts';
import type { PostgresDatabase } from './postgres-database.ts';
import { listenTo } from './postgres-listen.ts';

const CHANNEL = 'avowal_configurations';

/** For engines and connection poolers that do not pass notices on. */
const POLL_MS = 5000;

/** Reads the configuration of every site. */
export async function allConfigs(database: PostgresDatabase): Promise<readonly ResolvedConfig[]> {
  const rows = await database.query(
    `SELECT content FROM (
       SELECT DISTINCT ON (site) site, config_hash FROM configurations ORDER BY site, published_at DESC, id
     ) AS last JOIN artefacts ON hash = config_hash ORDER BY site`,
  );
  return rows.map(({ content }) => JSON.parse(String(content)) as ResolvedConfig);
}

/** Finds the configuration of each site that was published last. */
export async function currentConfigs(
  database: PostgresDatabase,
  sites: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query(
    `SELECT DISTINCT ON (site) site, config_hash FROM configurations WHERE site = ANY ($1)
     ORDER BY site, published_at DESC, id`,
    [sites],
  );
  return new Map(rows.map(({ site, config_hash }) => [String(site), String(config_hash)]));
}

/** Says whether a configuration was ever published. */
export async function wasPublished(
  database: PostgresDatabase,
  site: string,
  configHash: string,
): Promise<boolean> {
  const rows = await database.query(
    'SELECT 1 FROM configurations WHERE site = $1 AND config_hash = $2 LIMIT 1',
    [site, configHash],
  );
  return rows.length > 0;
}

/** Publishes a configuration and tells all who watch. */
export const publishConfig = (
  database: PostgresDatabase,
  { id, site, configHash }: ConfigChange,
): Promise<void> =>
  database.transaction(async (client) => {
    // Never before the one it replaces, also where a standby with a slower clock has become the primary.
    await client.query(
      `INSERT INTO configurations (site, id, config_hash, published_at)
       SELECT $1, $2, $3, greatest(clock_timestamp(), max(published_at) + interval '1 ms') FROM configurations WHERE site = $1
       ON CONFLICT DO NOTHING`,
      [site, id, configHash],
    );
    await client.query('SELECT pg_notify($1, $2)', [CHANNEL, site]);
  });

/** Calls back when something may have been published, until it is stopped. */
export function watchConfigs(database: PostgresDatabase, onChange: () => void): () => void {
  const stop = listenTo(database, CHANNEL, onChange);
  const timer = setInterval(onChange, POLL_MS).unref();
  return () => {
    clearInterval(timer);
    stop();
  };
}
