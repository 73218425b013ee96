import { setTimeout as wait } from 'node:timers/promises';
import { foreignLoad, readCpuTimes } from './machine-load.ts';

/** Share of the machine that others may use while something is timed. */
const MOST_FOREIGN_LOAD = 0.06;
const SAMPLE_MS = 500;
/** Waits and repetitions after which a machine counts as busy for good. */
const MOST_WAITS = 240;
const MOST_TRIES = 6;

async function waitForQuiet(): Promise<void> {
  for (let waits = 0; waits < MOST_WAITS; waits++) {
    const before = readCpuTimes();
    await wait(SAMPLE_MS);
    if (foreignLoad(before, readCpuTimes()) <= MOST_FOREIGN_LOAD) return;
  }
  throw new Error(
    'The machine is busy with other things. Stop them, or pass --noisy for figures that mean little.',
  );
}

/** Runs something while the machine does nothing else, again where it did; counts what it threw away. */
export async function runQuietly<T>(run: () => Promise<T>): Promise<{ result: T; discarded: number }> {
  for (let discarded = 0; discarded < MOST_TRIES; discarded++) {
    await waitForQuiet();
    const before = readCpuTimes();
    const result = await run();
    if (foreignLoad(before, readCpuTimes()) <= MOST_FOREIGN_LOAD) return { result, discarded };
  }
  throw new Error('The machine is busy again and again. Stop what runs beside, or pass --noisy.');
}
