import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { AvowalError } from '../../model/errors.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { findBrowser } from '../../scan/browser/find-browser.ts';
import { startLocalRunner } from '../../server/jobs/local-runner.ts';
import type { Nightly, Runner, TimeOfDay } from '../../server/jobs/nightly.ts';
import { type PictureKeeping, startPictureKeeper } from '../../server/jobs/picture-keeper.ts';
import { scanJob } from '../../server/jobs/scan-job.ts';
import { createLog } from '../../server/log.ts';
import { keepPictures, type PictureOptions } from '../../server/records/keep-pictures.ts';
import { scanFilesIn } from '../../server/scans/scan-files.ts';
import { openPostgresStore } from '../../server/stores/postgres-store.ts';
import { openSqliteStore } from '../../server/stores/sqlite-store.ts';
import { DEFAULT_CONFIG } from '../common-options.ts';
import { type ScanSettingFlags, scanSettings } from '../scan-flags.ts';
import { openTerminal } from '../terminal.ts';
import { untilStopped } from '../until-stopped.ts';

/** What it is told. */
export interface WorkerFlags extends ScanSettingFlags {
  readonly config?: readonly string[];
  readonly data: string;
  readonly database?: string;
  readonly at: TimeOfDay;
}

/** Closes one after the other. */
const together = (...parts: readonly Runner[]): Runner => ({
  close: async () => {
    for (const part of parts) await part.close();
  },
});

/** Keeps pictures in the file of records beside, where a server has made one. */
async function keepBeside(data: string, config: ResolvedConfig, options: PictureOptions): Promise<number> {
  const file = join(data, 'avowal.db');
  if (!existsSync(file)) return 0;
  const store = openSqliteStore(file);
  try {
    return await keepPictures(config, store, options);
  } finally {
    await store.close();
  }
}

async function start(flags: WorkerFlags, common: Pick<Nightly, 'at' | 'log'>): Promise<Runner> {
  const settings = scanSettings(flags);
  const { browser } = flags;
  const scan =
    (scans: Nightly['scans']): Nightly['scan'] =>
    (config, signal) =>
      scanJob(config, scans, settings, signal);
  if (!flags.database) {
    const files = flags.config ?? [DEFAULT_CONFIG];
    // Read anew each night; what is wrong with a file is said now.
    const sites = async () => files.map((file) => resolveConfig(loadConfig(file)));
    await sites();
    const scans = scanFilesIn(flags.data);
    const keep: PictureKeeping['keep'] = (config, signal) =>
      keepBeside(flags.data, config, { browser, signal });
    return together(
      startPictureKeeper({ ...common, sites, keep }),
      startLocalRunner({ ...common, sites, scans, scan: scan(scans) }),
    );
  }
  const store = openPostgresStore(flags.database);
  const { configs, scans } = store;
  // Loaded here, so that nobody else waits for it.
  const { startBossRunner } = await import('../../server/jobs/boss-runner.ts');
  try {
    await store.check();
    const nightly = { ...common, sites: configs.all, scans, scan: scan(scans) };
    const runner = await startBossRunner(flags.database, nightly);
    const keep: PictureKeeping['keep'] = (config, signal) => keepPictures(config, store, { browser, signal });
    return together(startPictureKeeper({ ...common, sites: configs.all, keep }), runner, store);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Scans and audits every site each night, until it is stopped. Throws `BROWSER_MISSING`, and what `loadConfig` throws. */
export async function worker(flags: WorkerFlags): Promise<void> {
  if (!findBrowser(flags.browser)) throw new AvowalError('BROWSER_MISSING');
  const { print } = openTerminal(flags);
  const log = createLog((line) => flags.quiet || process.stderr.write(`${line}\n`));
  const stopped = untilStopped();
  const runner = await start(flags, { at: flags.at, log });
  print('Scanning what is due, then every night. Stop with Ctrl-C.');
  await stopped;
  await runner.close();
  log('info', 'stopped');
}
