import { type Command, Option } from 'commander';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { coreTag } from '../../rewrite/core-tag.ts';
import { parseWitnesses } from '../../server/log/parse-witnesses.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import type { Acknowledgement } from '../../server/stores/spool-store.ts';
import type { CliCommand } from '../cli-command.ts';
import {
  collect,
  DEFAULT_CONFIG,
  DEFAULT_SCAN_DIR,
  databaseOption,
  dataOption,
  wholeNumber,
} from '../common-options.ts';
import { readNamedFile } from '../read-named-file.ts';
import { shareScan } from '../share-scan.ts';
import { type CommonOptions, openTerminal, type Terminal } from '../terminal.ts';
import { untilStopped } from '../until-stopped.ts';

interface ServeFlags extends CommonOptions {
  readonly config?: readonly string[];
  readonly data: string;
  readonly scan: string;
  readonly database?: string;
  readonly ack: Acknowledgement;
  readonly port: number;
  readonly host: string;
  readonly publicUrl?: string;
  readonly trustedProxies: number;
  readonly witnesses?: string;
}

const EXAMPLES = `
Examples:
  avowal serve
  avowal serve --config one.json --config two.json --data /var/lib/avowal
  avowal serve --port 8080 --public-url https://consent.example.org --trusted-proxies 1
  AVOWAL_DATABASE=postgres://avowal:…@db/avowal avowal serve

An edited configuration is served within a second; a broken edit is refused and the last good one stays. Stop with Ctrl-C:
requests under way finish first.`;

function printWelcome(
  server: RunningServer,
  sites: readonly ResolvedConfig[],
  publicUrl: string,
  { print, style }: Terminal,
): void {
  print(`${style('bold', 'Dashboard')}  ${server.adminUrl}`);
  for (const { site, locales } of sites) {
    const base = publicUrl.replace(/\/$/, '');
    print(`
${style('bold', site.name)}
  policy page  ${base}/p/${site.id}  (${locales.join(', ')})
  for <head>   ${coreTag({ src: `${base}/c/${site.id}.js` })}
               First of all scripts, without async or defer. The dashboard has it with the inline guard, which
               holds everything optional back also where this script never arrives.`);
  }
  print('\nStop with Ctrl-C.');
}

async function run(flags: ServeFlags): Promise<void> {
  const terminal = openTerminal(flags);
  const configFiles = flags.config ?? [DEFAULT_CONFIG];
  const sites = configFiles.map((file) => resolveConfig(loadConfig(file)));
  for (const { site } of sites) shareScan(flags.scan, flags.data, site);
  const server = await startServer({
    configFiles,
    dataDir: flags.data,
    port: flags.port,
    host: flags.host,
    trustedProxies: flags.trustedProxies,
    ...(flags.database && { database: flags.database, acknowledgement: flags.ack }),
    ...(flags.witnesses && {
      witnesses: parseWitnesses(readNamedFile(flags.witnesses), flags.witnesses),
    }),
    ...(flags.publicUrl && { publicUrl: flags.publicUrl }),
    ...(flags.quiet && { log: () => undefined }),
  });
  // Before the welcome: who has read "Stop with Ctrl-C" may press it at once.
  const stopped = untilStopped();
  const publicUrl = flags.publicUrl ?? server.url;
  terminal.printJson({ url: server.url, adminUrl: server.adminUrl, publicUrl });
  printWelcome(server, sites, publicUrl, terminal);
  await stopped;
  await server.close();
}

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
      .action(run),
};

export default serve;
