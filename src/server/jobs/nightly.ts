import type { ResolvedConfig } from '../../model/resolved-config.ts';
import type { Log } from '../log.ts';
import { readInventory } from '../scans/read-scan.ts';
import type { ScanFiles } from '../scans/scan-files.ts';
import type { ScanOutcome } from './scan-job.ts';

const DAY_MS = 86_400_000;

/** A time of day, UTC. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** The scan of every site, once a day. */
export interface Nightly {
  readonly at: TimeOfDay;
  sites(): Promise<readonly ResolvedConfig[]>;
  readonly scans: ScanFiles;
  /** Scans one and keeps what was found. */
  scan(config: ResolvedConfig, signal: AbortSignal): Promise<ScanOutcome>;
  readonly log: Log;
}

/** Something that runs until it is closed; what is under way then is done again later. */
export interface Runner {
  close(): Promise<void>;
}

/** How often a scan is tried again that failed, and after how long. */
export const RETRIES = 2;
/** Milliseconds. */
export const RETRY_MS = 600_000;

/** The last time of day before or at a moment. */
export function lastTime({ hour, minute }: TimeOfDay, now: Date): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), hour, minute);
  return new Date(today <= now.getTime() ? today : today - DAY_MS);
}

/** The next one. */
export const nextTime = (at: TimeOfDay, now: Date): Date => new Date(lastTime(at, now).getTime() + DAY_MS);

/** Sites without a scan since the last time that there should have been one. */
export async function dueSites({ at, sites, scans }: Nightly, now: Date): Promise<readonly ResolvedConfig[]> {
  const since = lastTime(at, now).getTime();
  const due: ResolvedConfig[] = [];
  for (const config of await sites()) {
    const last = await readInventory(scans, config.site.id);
    if (!(Date.parse(last?.finishedAt ?? '') >= since)) due.push(config);
  }
  return due;
}

/** Scans a site and tells; throws what the scan throws. */
export async function scanAndTell(
  { scan, log }: Nightly,
  config: ResolvedConfig,
  signal: AbortSignal,
): Promise<void> {
  const site = config.site.id;
  log('info', 'scan begun', { site });
  try {
    log('info', 'site scanned', { site, ...(await scan(config, signal)) });
  } catch (error) {
    log(signal.aborted ? 'info' : 'error', 'scan failed', { site, message: (error as Error).message });
    throw error;
  }
}
