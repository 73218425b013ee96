import { type Subtree, splitRange } from './subtree.ts';

/** What a list of hashes is made of: for each hash the complete subtrees to fold into it. */
export type HashPlan = readonly (readonly Subtree[])[];

/** The largest power of two below a number greater than one. */
function split(count: number): number {
  let width = 1;
  while (width * 2 < count) width *= 2;
  return width;
}

/** The one hash that is the root of the first `size` leaves. */
export const planRoot = (size: number): HashPlan => [splitRange(0, size)];

/** PATH of RFC 6962 §2.1.1: the hashes that lead from a leaf to the root of the first `size` leaves. */
export function planInclusion(index: number, size: number): HashPlan {
  const path: (readonly Subtree[])[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + split(end - start);
    if (index < middle) {
      path.push(splitRange(middle, end));
      end = middle;
    } else {
      path.push(splitRange(start, middle));
      start = middle;
    }
  }
  return path.reverse();
}

/** PROOF of RFC 6962 §2.1.2: the hashes that show that the tree of `to` leaves begins with the tree of `from` leaves. */
export function planConsistency(from: number, to: number): HashPlan {
  if (from === 0 || from === to) return [];
  const path: (readonly Subtree[])[] = [];
  let [start, end] = [0, to];
  while (from !== end) {
    const middle = start + split(end - start);
    if (from <= middle) {
      path.push(splitRange(middle, end));
      end = middle;
    } else {
      path.push(splitRange(start, middle));
      start = middle;
    }
  }
  // Who asks knows the root of the old tree: it is left out where it is one node of the new one.
  if (start > 0) path.push(splitRange(start, end));
  return path.reverse();
}
