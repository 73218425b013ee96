import type { DatabaseSync } from 'node:sqlite';
import { appendHashes } from '../log/append-hashes.ts';
import { HASH_BYTES } from '../log/merkle-hash.ts';
import { TILE_WIDTH, type Tile, type TileAddress } from '../log/tile.ts';

/** Collects the leaves of one transaction, which become tiles at its end. */
export interface LogAppender {
  /** Index of the next leaf. */
  nextIndex(): number;
  append(leafHash: Uint8Array): void;
  /** Writes what was appended: the last thing of a transaction. */
  flush(): void;
  /** Drops what was appended: after a rollback. */
  forget(): void;
}

const lastTileReader = (database: DatabaseSync): ((level: number) => Tile | undefined) => {
  const select = database.prepare(
    'SELECT tile, hashes FROM log_tiles WHERE level = ? ORDER BY tile DESC LIMIT 1',
  );
  return (level) => {
    const row = select.get(level);
    return row && { level, index: Number(row.tile), hashes: row.hashes as Uint8Array };
  };
};

/** Counts the leaves of the log. */
export function logSizer(database: DatabaseSync): () => number {
  const lastTile = lastTileReader(database);
  return () => {
    const last = lastTile(0);
    return last ? last.index * TILE_WIDTH + last.hashes.length / HASH_BYTES : 0;
  };
}

/** Appends to the log. Reads its end anew in each transaction: another process may have written since. */
export function logAppender(database: DatabaseSync): LogAppender {
  const put = database.prepare(
    `INSERT INTO log_tiles (level, tile, hashes) VALUES (?, ?, ?)
     ON CONFLICT (level, tile) DO UPDATE SET hashes = excluded.hashes`,
  );
  const lastTile = lastTileReader(database);
  const size = logSizer(database);
  let start: number | undefined;
  let hashes: Uint8Array[] = [];
  const forget = () => {
    start = undefined;
    hashes = [];
  };
  return {
    nextIndex: () => {
      start ??= size();
      return start + hashes.length;
    },
    append: (hash) => void hashes.push(hash),
    flush: () => {
      for (const tile of appendHashes(hashes, lastTile)) put.run(tile.level, tile.index, tile.hashes);
      forget();
    },
    forget,
  };
}

/** Reads tiles. */
export function tileReader(database: DatabaseSync): (addresses: readonly TileAddress[]) => readonly Tile[] {
  const select = database.prepare('SELECT hashes FROM log_tiles WHERE level = ? AND tile = ?');
  return (addresses) =>
    addresses.flatMap(({ level, index }) => {
      const row = select.get(level, index);
      return row ? [{ level, index, hashes: row.hashes as Uint8Array }] : [];
    });
}
