import type { Command } from 'commander';
import type { RestoreFlags } from '../actions/restore.ts';
import type { CliCommand } from '../cli-command.ts';
import { dataOption } from '../common-options.ts';

const EXAMPLES = `
Examples:
  avowal restore /backup/avowal-2026-11-24
  avowal restore /backup/avowal-2026-11-24 --data /var/lib/avowal

Checks the backup, makes a data folder of it, and verifies every record against the log. Never writes over a folder: move the old one
away first. Stop the server before, and start it afterwards.`;

const restore: CliCommand = {
  id: 'restore',
  register: (program: Command) =>
    void program
      .command('restore')
      .description('make a data folder of a backup, and verify it')
      .argument('<DIR>', 'folder of the backup')
      .addOption(dataOption())
      .addHelpText('after', EXAMPLES)
      .action(async (folder: string, flags: RestoreFlags) =>
        (await import('../actions/restore.ts')).restore(folder, flags),
      ),
};

export default restore;
