import { setTimeout as wait } from 'node:timers/promises';
import { dueSites, type Nightly, nextTime, RETRIES, RETRY_MS, type Runner, scanAndTell } from './nightly.ts';

/** Scans what is due in this process, one site after the other: now what was missed, then every night. */
export function startLocalRunner(nightly: Nightly): Runner {
  const control = new AbortController();
  const { signal } = control;

  /** Returns whether all went well. */
  async function scanDue(): Promise<boolean> {
    let isWell = true;
    for (const config of await dueSites(nightly, new Date())) {
      if (signal.aborted) return true;
      await scanAndTell(nightly, config, signal).catch(() => {
        isWell = false;
      });
    }
    return isWell;
  }

  async function runOn(): Promise<void> {
    let retries = RETRIES;
    while (!signal.aborted) {
      const isWell = await scanDue().catch((error: Error) => {
        nightly.log('error', 'no site could be scanned', { message: error.message });
        return false;
      });
      const triesAgain = !isWell && retries > 0;
      retries = triesAgain ? retries - 1 : RETRIES;
      const now = new Date();
      const pause = triesAgain ? RETRY_MS : nextTime(nightly.at, now).getTime() - now.getTime();
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  const running = runOn();
  return {
    close: async () => {
      control.abort();
      await running;
    },
  };
}
