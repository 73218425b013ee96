import type { Command } from 'commander';
import type { PublishFlags } from '../actions/publish.ts';
import type { CliCommand } from '../cli-command.ts';
import { configOption, databaseOption } from '../common-options.ts';

const EXAMPLES = `
Examples:
  AVOWAL_DATABASE=postgres://avowal:…@db/avowal avowal publish
  avowal publish --config before.json --database postgres://avowal@db/avowal

Several servers at one database serve the configuration of a site that was published last: by this command, by an edit of its
file on one of them, or by the start of one with a file that nobody published before. A server that starts with an earlier
one serves the later: to go back to an earlier one, publish it.`;

const publish: CliCommand = {
  id: 'publish',
  register: (program: Command) =>
    void program
      .command('publish')
      .description('let all servers at a database serve a configuration')
      .addOption(configOption())
      .addOption(databaseOption())
      .addHelpText('after', EXAMPLES)
      .action(async (flags: PublishFlags) => (await import('../actions/publish.ts')).publish(flags)),
};

export default publish;
