import { setTimeout as wait } from 'node:timers/promises';
import { foreignLoad, readCpuTimes } from './machine-load.ts';

/** Share of the machine that others may use while something is timed. */
const MOST_FOREIGN_LOAD = 0.06;
const PAUSE_MS = 500;
/** Waits and repetitions after which a machine counts as busy for good, or a tool as broken. */
const MOST_WAITS = 240;
const MOST_TRIES = 8;

async function waitForQuiet(): Promise<void> {
  for (let waits = 0; waits < MOST_WAITS; waits++) {
    const before = readCpuTimes();
    await wait(PAUSE_MS);
    if (foreignLoad(before, readCpuTimes()) <= MOST_FOREIGN_LOAD) return;
  }
  throw new Error(
    'The machine is busy with other things. Stop them, or pass --noisy for figures that mean little.',
  );
}

/**
 * Runs something while the machine does nothing else (`noisy`: whatever it does), again where it did or where something
 * failed; counts what it threw away. Throws what went wrong last where that does not end.
 */
export async function takeSample<T>(
  run: () => Promise<T>,
  noisy: boolean,
): Promise<{ result: T; discarded: number }> {
  let problem = new Error('The machine is busy again and again. Stop what runs beside, or pass --noisy.');
  for (let discarded = 0; discarded < MOST_TRIES; discarded++) {
    if (!noisy) await waitForQuiet();
    const before = readCpuTimes();
    try {
      const result = await run();
      if (noisy || foreignLoad(before, readCpuTimes()) <= MOST_FOREIGN_LOAD) return { result, discarded };
    } catch (error) {
      problem = error as Error;
      console.error(`Again: ${problem.message.split('\n')[0]}`);
    }
  }
  throw problem;
}
