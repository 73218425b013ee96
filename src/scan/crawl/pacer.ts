import { setTimeout } from 'node:timers/promises';

/** Resolves when the next page of the site may be opened; rejects on abort. */
export type Pacer = (signal: AbortSignal) => Promise<void>;

/** Lets pages be opened no closer to each other than this, in milliseconds, whoever asks. */
export function createPacer(
  milliseconds: number,
  now: () => number = Date.now,
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void> = (time, signal) =>
    setTimeout(time, undefined, { signal }),
): Pacer {
  let free = 0;
  return async (signal) => {
    const time = now();
    const at = Math.max(time, free);
    free = at + milliseconds;
    if (at > time) await sleep(at - time, signal);
  };
}
