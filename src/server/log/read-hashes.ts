import { completeRoot, foldRight, HASH_BYTES } from './merkle-hash.ts';
import type { HashPlan } from './proof-plan.ts';
import type { Subtree } from './subtree.ts';
import { type Tile, type TileAddress, tileKey, tileOf } from './tile.ts';

/** Reads tiles from where they are kept; leaves out what is not there. */
export type ReadTiles = (addresses: readonly TileAddress[]) => Promise<readonly Tile[]>;

/** Makes the hashes of a plan from tiles, which are read once and together. Throws where one is missing. */
export async function readHashes(plan: HashPlan, readTiles: ReadTiles): Promise<readonly Uint8Array[]> {
  const wanted = new Map(plan.flat().map((part) => [tileKey(tileOf(part)), tileOf(part)]));
  const found = wanted.size === 0 ? [] : await readTiles([...wanted.values()]);
  const tiles = new Map(found.map((tile) => [tileKey(tile), tile.hashes]));
  const hashOf = (part: Subtree) => {
    const { start, count, ...address } = tileOf(part);
    const hashes = tiles.get(tileKey(address));
    if (!hashes || hashes.length < (start + count) * HASH_BYTES) {
      throw new Error(`the log lacks hashes of its tile ${tileKey(address)}`);
    }
    return completeRoot(
      Array.from({ length: count }, (_, n) =>
        hashes.subarray((start + n) * HASH_BYTES, (start + n + 1) * HASH_BYTES),
      ),
    );
  };
  return plan.map((parts) => foldRight(parts.map(hashOf)));
}
