import { type Command, Option } from 'commander';
import type { ServeFlags } from '../actions/serve.ts';
import type { CliCommand } from '../cli-command.ts';
import {
  collect,
  DEFAULT_CONFIG,
  DEFAULT_SCAN_DIR,
  databaseOption,
  dataOption,
  wholeNumber,
} from '../common-options.ts';

const EXAMPLES = `
Examples:
  avowal serve
  avowal serve --config one.json --config two.json --data /var/lib/avowal
  avowal serve --port 8080 --public-url https://consent.example.org --trusted-proxies 1
  AVOWAL_DATABASE=postgres://avowal:…@db/avowal avowal serve

An edited configuration is served within a second; a broken edit is refused and the last good one stays. Stop with Ctrl-C:
requests under way finish first.`;

const serve: CliCommand = {
  id: 'serve',
  register: (program: Command) =>
    void program
      .command('serve')
      .description('run notice, policy page, consent records and dashboard')
      .option(
        '-c, --config <FILE>',
        `configuration of a site (repeatable, default: "${DEFAULT_CONFIG}")`,
        collect,
      )
      .addOption(dataOption())
      .addOption(databaseOption())
      .addOption(
        new Option(
          '--ack <WHEN>',
          'with --database: acknowledge a record once this machine has it (local), or the database and its standbys (replicated)',
        )
          .choices(['local', 'replicated'])
          .default('local'),
      )
      .option('--scan <DIR>', 'folder of the last scan, for the dashboard', DEFAULT_SCAN_DIR)
      .option('-p, --port <N>', 'port to listen at; 0 = any free one', wholeNumber(0, 65_535), 8080)
      .option('--host <ADDRESS>', 'address to listen at; 0.0.0.0 = every one', '127.0.0.1')
      .option('--public-url <URL>', 'address that browsers reach it at, where it stands behind a proxy')
      .option(
        '--trusted-proxies <N>',
        'reverse proxies in front whose X-Forwarded-For is believed',
        wholeNumber(0, 10),
        0,
      )
      .option(
        '--witnesses <FILE>',
        'who co-signs the record log (C2SP tlog-witness): on each line name+id+key and address',
      )
      .addHelpText('after', EXAMPLES)
      .action(async (flags: ServeFlags) => (await import('../actions/serve.ts')).serve(flags)),
};

export default serve;
