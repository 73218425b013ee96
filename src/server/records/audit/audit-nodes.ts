import { splitTile } from '../../log/append-hashes.ts';
import { completeRoot } from '../../log/merkle-hash.ts';
import { TILE_WIDTH } from '../../log/tile.ts';
import type { LogStore } from '../../stores/log-store.ts';

const isSame = (a: Uint8Array | undefined, b: Uint8Array | undefined) =>
  a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;

/** Verifies the hashes above the leaves, level by level, from the roots of the full tiles of leaves. */
export async function auditNodes(
  store: LogStore,
  leafRoots: readonly (Uint8Array | undefined)[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  let roots = leafRoots;
  for (let level = 1; roots.length > 0; level++) {
    const above: (Uint8Array | undefined)[] = [];
    for (let index = 0; index * TILE_WIDTH < roots.length; index++) {
      const [tile] = await store.readTiles([{ level, index }]);
      const hashes = splitTile(tile?.hashes ?? new Uint8Array());
      const below = roots.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH);
      const wrong = below.findIndex((root, at) => !isSame(root, hashes[at]));
      if (wrong >= 0)
        problems.push(`Hash ${wrong} of tile ${level}/${index} of the log is not that of what stands below.`);
      if (below.length === TILE_WIDTH) above.push(wrong < 0 ? completeRoot(hashes) : undefined);
    }
    roots = above;
  }
  return problems;
}
