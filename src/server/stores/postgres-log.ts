import type { PoolClient } from 'pg';
import { appendHashes } from '../log/append-hashes.ts';
import type { Tile, TileAddress } from '../log/tile.ts';
import type { ErasedEntry, KeptEntry, StoredEntry } from './log-store.ts';
import type { PostgresDatabase } from './postgres-database.ts';
import { isUuid } from './postgres-records.ts';

/**
 * Makes this transaction the one sequencer, across all servers, until it ends; returns the number of leaves. It locks a row
 * and not a number, because engines that speak PostgreSQL know row locks even where they have no advisory ones.
 */
export async function lockLog(client: PoolClient): Promise<number> {
  const { rows } = await client.query('SELECT size FROM log_head FOR UPDATE');
  return Number(rows[0]?.size);
}

const parseTile = ({ level, tile, hashes }: Record<string, unknown>): Tile => ({
  level: Number(level),
  index: Number(tile),
  hashes: hashes as Uint8Array,
});

/** Appends leaf hashes at the end of the log, which is locked and has `start` leaves. */
export async function appendToLog(
  client: PoolClient,
  start: number,
  hashes: readonly Buffer[],
): Promise<void> {
  const { rows } = await client.query(
    `SELECT last.* FROM generate_series(0, 7) AS l (level) CROSS JOIN LATERAL
     (SELECT level, tile, hashes FROM log_tiles WHERE level = l.level ORDER BY tile DESC LIMIT 1) AS last`,
  );
  const last = new Map(rows.map(parseTile).map((tile) => [tile.level, tile]));
  const changed = appendHashes(hashes, (level) => last.get(level));
  await client.query(
    `INSERT INTO log_tiles (level, tile, hashes) SELECT * FROM unnest($1::smallint[], $2::bigint[], $3::bytea[])
     ON CONFLICT (level, tile) DO UPDATE SET hashes = excluded.hashes`,
    [
      changed.map(({ level }) => level),
      changed.map(({ index }) => index),
      changed.map((tile) => tile.hashes),
    ],
  );
  const end = start + hashes.length;
  const { rowCount } = await client.query('UPDATE log_head SET size = $1 WHERE size = $2', [end, start]);
  if (rowCount !== 1) throw new Error('another program wrote into the log without its lock');
}

/** Counts the leaves of the log. */
export async function logSize(database: PostgresDatabase): Promise<number> {
  return Number((await database.query('SELECT size FROM log_head'))[0]?.size);
}

/** Reads tiles. */
export async function readTiles(
  database: PostgresDatabase,
  addresses: readonly TileAddress[],
): Promise<readonly Tile[]> {
  const rows = await database.query(
    'SELECT level, tile, hashes FROM log_tiles JOIN unnest($1::smallint[], $2::bigint[]) AS wanted (level, tile) USING (level, tile)',
    [addresses.map(({ level }) => level), addresses.map(({ index }) => index)],
  );
  return rows.map(parseTile);
}

/** Finds a record with its place in the log, or what is left of it. */
export async function findEntry(
  database: PostgresDatabase,
  sites: readonly string[],
  id: string,
): Promise<KeptEntry | ErasedEntry | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await database.query(
    `SELECT content, nonce, leaf_index, erased_at FROM places LEFT JOIN records USING (site, received_at, id)
     WHERE site = ANY ($1) AND id = $2 ORDER BY erased_at IS NOT NULL, received_at LIMIT 1`,
    [sites, id],
  );
  if (!row) return undefined;
  const leafIndex = Number(row.leaf_index);
  if (row.erased_at) return { leafIndex, erasedAt: (row.erased_at as Date).toISOString() };
  return { record: JSON.parse(String(row.content)), leafIndex, nonce: (row.nonce as Buffer).toString('hex') };
}

/** Lists places of the log in order, exactly as they are stored. */
export async function listEntries(
  database: PostgresDatabase,
  fromLeaf: number,
  limit: number,
): Promise<readonly StoredEntry[]> {
  const rows = await database.query(
    `SELECT leaf_index, id, content, nonce FROM places LEFT JOIN records USING (site, received_at, id)
     WHERE leaf_index >= $1 AND leaf_index < $2 ORDER BY leaf_index`,
    [fromLeaf, fromLeaf + limit],
  );
  return rows.map(({ leaf_index, id, content, nonce }) => ({
    leafIndex: Number(leaf_index),
    id: String(id),
    content: content === null ? null : String(content),
    nonce: nonce === null ? null : (nonce as Buffer).toString('hex'),
  }));
}
