import { findOpenPoints } from '../../knowledge/config/find-open-points.ts';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import type { Config } from '../../model/config.ts';
import { AvowalError } from '../../model/errors.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { coreTag } from '../../rewrite/core-tag.ts';
import { parseWitnesses } from '../../server/log/parse-witnesses.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import type { Acknowledgement } from '../../server/stores/spool-store.ts';
import { DEFAULT_CONFIG } from '../common-options.ts';
import { openPointsText } from '../init-summary.ts';
import { readBase } from '../read-base.ts';
import { readNamedFile } from '../read-named-file.ts';
import { shareScan } from '../share-scan.ts';
import { type CommonOptions, openTerminal, type Terminal } from '../terminal.ts';
import { untilStopped } from '../until-stopped.ts';

/** What it is told. */
export interface ServeFlags extends CommonOptions {
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

/** Two configurations of one site would take each other's place. */
function requireDistinct(sites: readonly ResolvedConfig[], files: readonly string[]): void {
  for (const [i, { site }] of sites.entries()) {
    const first = sites.findIndex((other) => other.site.id === site.id);
    if (first === i) continue;
    const problem = `${files[first]} and ${files[i]} both have the site.id "${site.id}": give each site an id of its own.`;
    throw new AvowalError('USAGE', { problem });
  }
}

function printWelcome(
  server: RunningServer,
  sites: readonly ResolvedConfig[],
  publicUrl: string,
  { print, style }: Terminal,
): void {
  print(`${style('bold', 'Dashboard')}  ${server.adminUrl}`);
  for (const { site, locales } of sites) {
    print(`
${style('bold', site.name)}
  policy page  ${publicUrl}/p/${site.id}  (${locales.join(', ')})
  for <head>   ${coreTag({ src: `${publicUrl}/c/${site.id}.js` })}
               First of all scripts, without async or defer. The dashboard has it with the inline guard, which
               holds everything optional back also where this script never arrives.`);
  }
}

/** What "init" left to a person goes out to visitors as it stands. */
function printOpenPoints(config: Config, file: string, { print, style }: Terminal): void {
  const points = findOpenPoints(config);
  if (points.length > 0)
    print(`\n${file} is not finished, and visitors see it as it is.\n${openPointsText(points, style)}`);
}

/** Serves the sites of the configurations until it is stopped. Throws what `loadConfig` and `startServer` throw. */
export async function serve(flags: ServeFlags): Promise<void> {
  const terminal = openTerminal(flags);
  const configFiles = flags.config ?? [DEFAULT_CONFIG];
  const configs = configFiles.map(loadConfig);
  const sites = configs.map(resolveConfig);
  requireDistinct(sites, configFiles);
  const ownUrl = flags.publicUrl ? readBase('--public-url', flags.publicUrl) : undefined;
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
    ...(ownUrl && { publicUrl: ownUrl }),
    ...(flags.quiet && { log: () => undefined }),
  });
  // Before the welcome: who has read "Stop with Ctrl-C" may press it at once.
  const stopped = untilStopped();
  const publicUrl = ownUrl ?? server.url;
  terminal.printJson({ url: server.url, adminUrl: server.adminUrl, publicUrl });
  printWelcome(server, sites, publicUrl, terminal);
  for (const [i, config] of configs.entries()) printOpenPoints(config, configFiles[i] ?? '', terminal);
  terminal.print('\nStop with Ctrl-C.');
  await stopped;
  await server.close();
}
