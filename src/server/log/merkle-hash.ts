import { hash } from 'node:crypto';

/** Bytes of a SHA-256. */
export const HASH_BYTES = 32;

/** Root of a tree without leaves (RFC 6962 §2.1). */
export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer');

const LEAF_PREFIX = Buffer.of(0);

/** Hash of a leaf (RFC 6962 §2.1); text counts as UTF-8. */
export const hashLeaf = (data: string | Uint8Array): Buffer =>
  hash('sha256', typeof data === 'string' ? `\0${data}` : Buffer.concat([LEAF_PREFIX, data]), 'buffer');

// One buffer for all nodes: to allocate one for each costs as much as the hash.
const node = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** Hash of a node above two others (RFC 6962 §2.1). */
export function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return hash('sha256', node, 'buffer');
}

/** Root over hashes of neighbouring complete subtrees that become smaller from left to right. */
export const foldRight = (hashes: readonly Uint8Array[]): Uint8Array =>
  hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => hashNode(left, right));

/** Root of a complete tree over as many hashes as a power of two. */
export function completeRoot(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < row.length; at += 2) {
      above.push(hashNode(row[at] as Uint8Array, row[at + 1] as Uint8Array));
    }
    row = above;
  }
  return row[0] ?? EMPTY_ROOT;
}
