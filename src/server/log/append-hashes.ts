import { completeRoot, HASH_BYTES } from './merkle-hash.ts';
import { TILE_WIDTH, type Tile } from './tile.ts';

/** Up to 256 hashes in one buffer, as views of it. */
export const splitTile = (hashes: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: hashes.length / HASH_BYTES }, (_, n) =>
    hashes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES),
  );

/**
 * Appends leaf hashes to a log and returns the tiles that this changes. `lastTile` gives the last tile of a level, full or
 * not, where there is one. A full tile puts its root into the level above; nothing else is ever touched.
 */
export function appendHashes(
  hashes: readonly Uint8Array[],
  lastTile: (level: number) => Tile | undefined,
): readonly Tile[] {
  const changed: Tile[] = [];
  let arriving = hashes;
  for (let level = 0; arriving.length > 0; level++) {
    const last = lastTile(level);
    const isFull = last?.hashes.length === TILE_WIDTH * HASH_BYTES;
    let index = last ? last.index + (isFull ? 1 : 0) : 0;
    let row: readonly Uint8Array[] = last && !isFull ? [last.hashes] : [];
    let count = last && !isFull ? last.hashes.length / HASH_BYTES : 0;
    const above: Uint8Array[] = [];
    for (let at = 0; at < arriving.length; ) {
      const fitting = arriving.slice(at, at + TILE_WIDTH - count);
      at += fitting.length;
      count += fitting.length;
      const tile = { level, index, hashes: Buffer.concat([...row, ...fitting]) };
      changed.push(tile);
      if (count < TILE_WIDTH) break;
      above.push(completeRoot(splitTile(tile.hashes)));
      [index, row, count] = [index + 1, [], 0];
    }
    arriving = above;
  }
  return changed;
}
