import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendHashes } from './append-hashes.ts';
import { EMPTY_ROOT, hashLeaf } from './merkle-hash.ts';
import { type HashPlan, planConsistency, planInclusion, planRoot } from './proof-plan.ts';
import { readHashes } from './read-hashes.ts';
import { type Tile, type TileAddress, tileKey, tileWidth } from './tile.ts';
import { isConsistent } from './verify-consistency.ts';
import { rootOfInclusion } from './verify-inclusion.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => Buffer.from(text, 'hex');

// Certificate Transparency's own vectors.
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const INCLUSIONS: readonly [index: number, size: number, proof: readonly string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];
const CONSISTENCIES: readonly [from: number, to: number, proof: readonly string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

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
