import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { AvowalError } from '../../model/errors.ts';
import { AUDIT_SCENARIOS } from '../../model/inventory.ts';
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
import type { CliCommand } from '../cli-command.ts';
import { collect, DEFAULT_CONFIG, databaseOption, dataOption } from '../common-options.ts';
import { addScanSettings, type ScanSettingFlags, scanSettings } from '../scan-flags.ts';
import { openTerminal } from '../terminal.ts';
import { untilStopped } from '../until-stopped.ts';

interface WorkerFlags extends ScanSettingFlags {
  readonly config?: readonly string[];
  readonly data: string;
  readonly database?: string;
  readonly at: TimeOfDay;
}

const EXAMPLES = `
Examples:
  avowal worker                                              beside "avowal serve", in the same folder
  avowal worker --config one.json --config two.json --data /var/lib/avowal --at 02:30
  AVOWAL_DATABASE=postgres://avowal:…@db/avowal avowal worker   every site of that database

Each night it scans https://DOMAIN/ of each site, its first domain, and judges it by its configuration. The dashboard shows
inventory and audit. At the start it makes up for a night that was missed. What fails is tried twice again, ten minutes apart.
Several workers at one database share the work; one that dies leaves its job to another. Stop with Ctrl-C: a scan under way
is given up and done again later.

Within minutes of its publication it makes pictures of each notice in every language, which are kept with the records:
"avowal records picture" gives them out.`;

function parseTime(text: string): TimeOfDay {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hour === undefined) throw new InvalidArgumentError('Write a time such as 03:00.');
  return { hour: Number(hour), minute: Number(minute) };
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

async function run(flags: WorkerFlags): Promise<void> {
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

const worker: CliCommand = {
  id: 'worker',
  register: (program: Command) =>
    void addScanSettings(
      program
        .command('worker')
        .description(
          'scan and audit every site each night for the dashboard, and keep pictures of its notices',
        )
        .option(
          '-c, --config <FILE>',
          `without --database: configuration of a site (repeatable, default: "${DEFAULT_CONFIG}")`,
          collect,
        )
        .addOption(dataOption())
        .addOption(databaseOption())
        .option('--at <HH:MM>', 'when to scan, UTC', parseTime, parseTime('03:00')),
      AUDIT_SCENARIOS,
    )
      .addHelpText('after', EXAMPLES)
      .action(run),
};

export default worker;
