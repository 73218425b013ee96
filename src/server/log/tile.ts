import type { Subtree } from './subtree.ts';

/** Hashes in a full tile: eight levels of the tree (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
const TILE_LEVELS = 8;

/** Name of a tile: its hash `i` is the root of the `i`-th subtree of `256^level` leaves in it. */
export interface TileAddress {
  readonly level: number;
  readonly index: number;
}

/** A tile as it is stored: 1 to 256 hashes, one behind the other. */
export interface Tile extends TileAddress {
  readonly hashes: Uint8Array;
}

/** A name to keep a tile under. */
export const tileKey = ({ level, index }: TileAddress): string => `${level}/${index}`;

/** Where the hashes stand whose complete tree is a subtree. */
export function tileOf({ level, index }: Subtree): TileAddress & { start: number; count: number } {
  const count = 2 ** (level % TILE_LEVELS);
  const first = index * count;
  return {
    level: Math.floor(level / TILE_LEVELS),
    index: Math.floor(first / TILE_WIDTH),
    start: first % TILE_WIDTH,
    count,
  };
}

/** How many hashes a tile has in the tree of `size` leaves. */
export const tileWidth = ({ level, index }: TileAddress, size: number): number =>
  Math.max(0, Math.min(TILE_WIDTH, Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH));

const PATH = /^(\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads `<L>/<N>[.p/<W>]` of C2SP tlog-tiles; `undefined` where it is not the one spelling of a tile. */
export function parseTilePath(path: string): (TileAddress & { width: number }) | undefined {
  const [, level, number = '', width] = PATH.exec(path) ?? [];
  const digits = number.replace(/[x/]/g, '');
  const index = Number(digits);
  if (level === undefined || (digits.length > 3 && digits.startsWith('000')) || index > 2 ** 45)
    return undefined;
  if (width !== undefined && Number(width) >= TILE_WIDTH) return undefined;
  return { level: Number(level), index, width: width === undefined ? TILE_WIDTH : Number(width) };
}
