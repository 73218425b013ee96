import { setTimeout as wait } from 'node:timers/promises';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import type { Log } from '../log.ts';
import { configArtefact } from '../sites/compile-site.ts';
import type { Runner } from './nightly.ts';

const PAUSE_MS = 300_000;
const RETRY_MS = 3_600_000;

/** Which sites there are, and how pictures of one are kept. */
export interface PictureKeeping {
  sites(): Promise<readonly ResolvedConfig[]>;
  /** Keeps the pictures that a site lacks; returns in how many languages it did. */
  keep(config: ResolvedConfig, signal: AbortSignal): Promise<number>;
  readonly log: Log;
}

/** Keeps pictures of what sites show, some minutes after it was published at the latest. */
export function startPictureKeeper({ sites, keep, log }: PictureKeeping): Runner {
  const control = new AbortController();
  const { signal } = control;
  /** Configuration → when no picture could be made of it: one that asks nothing shows no notice. */
  const failed = new Map<string, number>();

  async function keepOf(config: ResolvedConfig): Promise<void> {
    const site = config.site.id;
    const { hash } = configArtefact(config);
    if (Date.now() - (failed.get(hash) ?? 0) < RETRY_MS) return;
    try {
      const languages = await keep(config, signal);
      if (languages > 0) log('info', 'notice pictured', { site, languages });
    } catch (error) {
      if (signal.aborted) return;
      if (!failed.has(hash))
        log('warn', 'no picture of the notice', { site, message: (error as Error).message });
      failed.set(hash, Date.now());
    }
  }

  async function runOn(): Promise<void> {
    while (!signal.aborted) {
      // What keeps the sites from being read is said by the scans, which read them too.
      for (const config of await sites().catch(() => [])) {
        if (!signal.aborted) await keepOf(config);
      }
      await wait(PAUSE_MS, undefined, { signal }).catch(() => undefined);
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
