import { type Command, InvalidArgumentError } from 'commander';
import { AUDIT_SCENARIOS } from '../../model/inventory.ts';
import type { TimeOfDay } from '../../server/jobs/nightly.ts';
import type { WorkerFlags } from '../actions/worker.ts';
import type { CliCommand } from '../cli-command.ts';
import { collect, DEFAULT_CONFIG, databaseOption, dataOption } from '../common-options.ts';
import { addScanSettings } from '../scan-flags.ts';

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
      .action(async (flags: WorkerFlags) => (await import('../actions/worker.ts')).worker(flags)),
};

export default worker;
