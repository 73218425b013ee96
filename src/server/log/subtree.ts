/** A complete subtree: the leaves from `index × 2^level` up to, not including, `(index + 1) × 2^level`. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/**
 * The complete subtrees of the leaves `start` to `end` (exclusive), from left to right, in a range that RFC 6962 §2.1
 * makes by halving: the tree above them is that of `foldRight`.
 */
export function splitRange(start: number, end: number): readonly Subtree[] {
  const parts: Subtree[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= end) {
      width *= 2;
      level += 1;
    }
    parts.push({ level, index: at / width });
    at += width;
  }
  return parts;
}
