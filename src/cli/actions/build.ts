import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { coreHash } from '../../rewrite/core-tag.ts';
import { readInventory, writeWhole } from '../../scan/inventory-file.ts';
import { loadLogKeys } from '../../server/log/log-keys.ts';
import type { Issue } from '../../server/sites/compile-site.ts';
import { issueSnapshot } from '../../server/snapshot/snapshot-token.ts';
import { issueFromServer } from '../issue-from-server.ts';
import { readBase } from '../read-base.ts';
import { makeStaticSite } from '../static-site.ts';
import { type CommonOptions, openTerminal } from '../terminal.ts';

/** What it is told. */
export interface BuildFlags extends CommonOptions {
  readonly config: string;
  readonly out: string;
  readonly inline?: boolean;
  readonly base: string;
  readonly server?: string;
  readonly scan: string;
  readonly data?: string;
}

/** Who signs the copies: the secret of a server here, or the server itself. */
async function findIssuer(server: string, { data, config }: BuildFlags): Promise<Issue> {
  if (data === undefined) return issueFromServer(server, resolveConfig(loadConfig(config)).site.id);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const { secret } = loadLogKeys(data);
  return (facts) => issueSnapshot({ ...facts, issuedOn: new Date().toISOString().slice(0, 10) }, secret);
}

/** Writes the static files of a site. Throws USAGE, and what `loadConfig` throws. */
export async function build(flags: BuildFlags): Promise<void> {
  const { print, printJson, style } = openTerminal(flags);
  const server = flags.server === undefined ? undefined : readBase('--server', flags.server);
  const inventory = join(flags.scan, 'inventory.json');
  const issue = server === undefined ? undefined : await findIssuer(server, flags);
  const { id, domains, files, inline, snippet } = makeStaticSite(flags.config, {
    base: server ?? readBase('--base', flags.base),
    inline: flags.inline === true,
    issue,
    scannedAt: existsSync(inventory) ? readInventory(inventory).finishedAt : null,
  });
  const hash = flags.inline ? await coreHash(inline) : undefined;
  const written = new Map([...files, ['snippet.html', `${snippet}\n`]]);
  for (const [path, text] of written) writeWhole(join(flags.out, path), text);
  const paths = [...written.keys()].map((path) => join(flags.out, path));
  printJson({ site: id, files: paths, snippet, ...(hash && { hash }), records: server !== undefined });
  print(`${style('bold', `${paths.length} files written to ${flags.out}`)}
${paths.map((path) => `  ${path}`).join('\n')}

${style('bold', `First in the <head> of every page on ${domains.join(', ')}`)}
  the content of ${join(flags.out, 'snippet.html')}: ${flags.inline ? 'the whole strict script, inline' : 'an inline guard, and the tag that loads the core'}`);
  if (hash) print(`  under a policy of content security: script-src ${hash} 'strict-dynamic'`);
  if (server === undefined)
    print(`
${style('yellow', 'No records are kept: there is no server.')} Choices work and stay in each visitor's browser, but you cannot prove
a consent. With "--server URL" they are sent to an "avowal serve" of yours.`);
}
