import { setTimeout as wait } from 'node:timers/promises';

/** A line to a phone. */
export interface LineSpeed {
  readonly roundTripMs: number;
  readonly downBitsPerSecond: number;
}

/** One direction of a line that many connections share: says when what is sent now arrives. */
export function createLine(
  delayMs: number,
  bitsPerSecond: number,
  now: () => number,
): (bytes: number) => number {
  let freeAt = 0;
  return (bytes) => {
    freeAt = Math.max(freeAt, now()) + (bytes * 8 * 1000) / bitsPerSecond;
    return freeAt + delayMs;
  };
}

/** Delivers pieces in order, each when its time has come. */
export function createQueue(deliver: (piece: Uint8Array) => void): (piece: Uint8Array, at: number) => void {
  let last: Promise<void> = Promise.resolve();
  return (piece, at) => {
    last = last.then(async () => {
      const left = at - performance.now();
      if (left > 0) await wait(left);
      deliver(piece);
    });
  };
}
