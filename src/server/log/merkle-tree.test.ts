import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSISTENCIES, INCLUSIONS, LEAVES, ROOTS } from '../testing/rfc6962-vectors.ts';
import { appendHashes } from './append-hashes.ts';
import { EMPTY_ROOT, hashLeaf } from './merkle-hash.ts';
import { type HashPlan, planConsistency, planInclusion, planRoot } from './proof-plan.ts';
import { readHashes } from './read-hashes.ts';
import { type Tile, type TileAddress, tileKey, tileWidth } from './tile.ts';
import { isConsistent } from './verify-consistency.ts';
import { rootOfInclusion } from './verify-inclusion.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => Buffer.from(text, 'hex');

/** The definitions of RFC 6962 §2.1 word for word, over a list in memory: nothing of it is shared with what is tested. */
const reference = (() => {
  const sha256 = (...parts: Uint8Array[]) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
  const k = (n: number) => 2 ** Math.ceil(Math.log2(n) - 1);
  const mth = (d: readonly Uint8Array[]): Buffer => {
    if (d.length === 0) return sha256();
    if (d.length === 1) return sha256(Buffer.of(0), d[0] as Uint8Array);
    return sha256(Buffer.of(1), mth(d.slice(0, k(d.length))), mth(d.slice(k(d.length))));
  };
  const path = (m: number, d: readonly Uint8Array[]): Buffer[] => {
    if (d.length <= 1) return [];
    const at = k(d.length);
    return m < at
      ? [...path(m, d.slice(0, at)), mth(d.slice(at))]
      : [...path(m - at, d.slice(at)), mth(d.slice(0, at))];
  };
  const subproof = (m: number, d: readonly Uint8Array[], whole: boolean): Buffer[] => {
    if (m === d.length) return whole ? [] : [mth(d)];
    const at = k(d.length);
    return m <= at
      ? [...subproof(m, d.slice(0, at), whole), mth(d.slice(at))]
      : [...subproof(m - at, d.slice(at), false), mth(d.slice(0, at))];
  };
  return { mth, path, proof: (m: number, d: readonly Uint8Array[]) => (m === 0 ? [] : subproof(m, d, true)) };
})();

/** A log of tiles in memory. */
function tileLog(batches: readonly (readonly Uint8Array[])[]) {
  const tiles = new Map<string, Tile>();
  const lastTile = (level: number) => [...tiles.values()].findLast((tile) => tile.level === level);
  for (const batch of batches) {
    for (const tile of appendHashes(batch.map(hashLeaf), lastTile)) tiles.set(tileKey(tile), tile);
  }
  const readTiles = async (wanted: readonly TileAddress[]) =>
    wanted.flatMap((address) => tiles.get(tileKey(address)) ?? []);
  const hashes = async (plan: HashPlan) => (await readHashes(plan, readTiles)).map(hex);
  return { tiles, hashes };
}

const numbered = (size: number) => Array.from({ length: size }, (_, n) => Buffer.from(`leaf ${n}`));
const sizes = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 700 }),
  fc.constantFrom(255, 256, 257, 512),
);

describe('The tree of the log', () => {
  it('PRF-009: has the roots that Certificate Transparency publishes', async () => {
    expect(hex(EMPTY_ROOT)).toBe(ROOTS[0]);
    for (const [size, root] of ROOTS.entries()) {
      const { hashes } = tileLog([LEAVES.slice(0, size).map(bytes)]);
      expect(await hashes(planRoot(size))).toEqual([root]);
    }
  });

  it.each(INCLUSIONS)(
    'PRF-009: proves that leaf %i stands in a tree of %i as published',
    async (index, size, proof) => {
      const { hashes } = tileLog([LEAVES.map(bytes)]);
      expect(await hashes(planInclusion(index, size))).toEqual(proof);
      const root = rootOfInclusion(index, size, hashLeaf(bytes(LEAVES[index] ?? '')), proof.map(bytes));
      expect(root && hex(root)).toBe(ROOTS[size]);
    },
  );

  it.each(CONSISTENCIES)(
    'PRF-009: proves that a tree of %i begins one of %i as published',
    async (from, to, proof) => {
      const { hashes } = tileLog([LEAVES.map(bytes)]);
      expect(await hashes(planConsistency(from, to))).toEqual(proof);
      const head = (size: number) => ({ size, root: bytes(ROOTS[size] ?? '') });
      expect(isConsistent(head(from), head(to), proof.map(bytes))).toBe(true);
    },
  );

  it('PRF-009: has the tiles of the example in C2SP tlog-tiles, however the leaves came in', async () => {
    const width = (level: number, index: number) => tileWidth({ level, index }, 70_000);
    expect([width(0, 272), width(0, 273), width(0, 274)]).toEqual([256, 112, 0]);
    expect([width(1, 0), width(1, 1), width(2, 0), width(3, 0)]).toEqual([256, 17, 1, 0]);
    const { tiles } = tileLog([numbered(300), numbered(1), numbered(69_699)]);
    for (const tile of tiles.values()) expect(tile.hashes.length / 32).toBe(tileWidth(tile, 70_000));
    expect(tiles.size).toBe(274 + 2 + 1);
  });

  it('PRF-009: agrees with the definitions of RFC 6962 at any size, batch by batch', async () => {
    const property = fc.asyncProperty(
      fc.array(sizes, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat(),
      async (parts, a, b) => {
        const size = parts.reduce((sum, part) => sum + part, 0);
        const leaves = numbered(size);
        const starts = parts.map((_, n) => parts.slice(0, n).reduce((sum, part) => sum + part, 0));
        const batches = parts.map((part, n) => leaves.slice(starts[n], (starts[n] ?? 0) + part));
        const { hashes } = tileLog(batches);
        // A tree of any earlier size is proven from the tiles of the present one.
        const to = 1 + (a % size);
        const then = leaves.slice(0, to);
        const index = b % to;
        const from = b % (to + 1);
        expect(await hashes(planRoot(to))).toEqual([hex(reference.mth(then))]);
        const inclusion = await hashes(planInclusion(index, to));
        expect(inclusion).toEqual(reference.path(index, then).map(hex));
        const consistency = await hashes(planConsistency(from, to));
        expect(consistency).toEqual(reference.proof(from, then).map(hex));

        const root = rootOfInclusion(index, to, hashLeaf(then[index] as Buffer), inclusion.map(bytes));
        expect(root).toEqual(reference.mth(then));
        const head = (n: number) => ({ size: n, root: reference.mth(leaves.slice(0, n)) });
        expect(isConsistent(head(from), head(to), consistency.map(bytes))).toBe(true);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('PRF-009: believes no proof that differs in a bit, a place, a size or a length', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 2, max: 600 }),
      fc.nat(),
      fc.nat(),
      async (size, a, b) => {
        const leaves = numbered(size);
        const { hashes } = tileLog([leaves]);
        const index = a % size;
        const leaf = hashLeaf(leaves[index] as Buffer);
        const root = hex(reference.mth(leaves));
        const proof = (await hashes(planInclusion(index, size))).map(bytes);
        const ends = (at: number, n: number, hash: Uint8Array, path: readonly Uint8Array[]) => {
          const found = rootOfInclusion(at, n, hash, path);
          return found !== undefined && hex(found) === root;
        };
        expect(ends(index, size, leaf, proof)).toBe(true);
        const bit = b % (proof.length * 256);
        const flipped = proof.map((hash, n) =>
          Buffer.from(hash.map((byte, m) => (n * 32 + m === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))),
        );
        expect(ends(index, size, leaf, flipped)).toBe(false);
        expect(ends(index === 0 ? 1 : index - 1, size, leaf, proof)).toBe(false);
        expect(ends(index, size, leaf, proof.slice(1))).toBe(false);
        expect(ends(index, size, leaf, [...proof, leaf])).toBe(false);
        expect(ends(size, size, leaf, proof)).toBe(false);

        const other = hashLeaf('another');
        const from = 1 + (b % (size - 1));
        const old = { size: from, root: reference.mth(leaves.slice(0, from)) };
        const now = { size, root: bytes(root) };
        const consistency = (await hashes(planConsistency(from, size))).map(bytes);
        expect(isConsistent(old, now, consistency)).toBe(true);
        expect(isConsistent({ ...old, root: other }, now, consistency)).toBe(false);
        expect(isConsistent(old, { ...now, root: other }, consistency)).toBe(false);
        expect(isConsistent(old, now, [...consistency, leaf])).toBe(false);
        expect(isConsistent(old, now, consistency.slice(1))).toBe(false);
        expect(isConsistent(now, old, consistency)).toBe(false);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it.each([
    [-1, 8],
    [8, 8],
    [0, 0],
    [0.5, 8],
    [Number.NaN, 8],
    [0, Number.POSITIVE_INFINITY],
    [0, 2 ** 60],
  ])('PRF-009: has no leaf %d in a tree of %d', (index, size) => {
    expect(rootOfInclusion(index, size, hashLeaf(''), [])).toBeUndefined();
  });

  it('says which tile is missing', async () => {
    await expect(readHashes(planRoot(300), async () => [])).rejects.toThrow('lacks hashes of its tile 1/0');
  });
});
