import type { Command } from 'commander';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { AvowalError } from '../../model/errors.ts';
import { configArtefact } from '../../server/sites/compile-site.ts';
import { openPostgresStore } from '../../server/stores/postgres-store.ts';
import type { CliCommand } from '../cli-command.ts';
import { configOption, databaseOption } from '../common-options.ts';
import { type CommonOptions, openTerminal } from '../terminal.ts';

interface PublishFlags extends CommonOptions {
  readonly config: string;
  readonly database?: string;
}

const EXAMPLES = `
Examples:
  AVOWAL_DATABASE=postgres://avowal:…@db/avowal avowal publish
  avowal publish --config before.json --database postgres://avowal@db/avowal

Several servers at one database serve the configuration of a site that was published last: by this command, by an edit of its
file on one of them, or by the start of one with a file that nobody published before. A server that starts with an earlier
one serves the later: to go back to an earlier one, publish it.`;

async function run({ config: file, database, ...flags }: PublishFlags): Promise<void> {
  if (!database) {
    const problem =
      'publish needs --database URL: a server without a database serves each edit of its file by itself.';
    throw new AvowalError('USAGE', { problem });
  }
  const config = resolveConfig(loadConfig(file));
  const artefact = configArtefact(config);
  const change = { id: crypto.randomUUID(), site: config.site.id, configHash: artefact.hash };
  const store = openPostgresStore(database);
  try {
    await store.keepArtefacts([artefact]);
    await store.configs.publish(change);
  } finally {
    await store.close();
  }
  const { print, printJson } = openTerminal(flags);
  printJson({ site: change.site, configHash: change.configHash });
  print(
    `Published: ${change.configHash.slice(0, 12)} for ${config.site.name}. The servers of this site serve it within seconds.`,
  );
}

const publish: CliCommand = {
  id: 'publish',
  register: (program: Command) =>
    void program
      .command('publish')
      .description('let all servers at a database serve a configuration')
      .addOption(configOption())
      .addOption(databaseOption())
      .addHelpText('after', EXAMPLES)
      .action(run),
};

export default publish;
