import type { Command } from 'commander';
import { restoreBackup } from '../../server/backup/restore-backup.ts';
import type { CliCommand } from '../cli-command.ts';
import { dataOption } from '../common-options.ts';
import { runAudit } from '../records/audit-command.ts';
import { type CommonOptions, openTerminal } from '../terminal.ts';

interface RestoreFlags extends CommonOptions {
  readonly data: string;
}

const EXAMPLES = `
Examples:
  avowal restore /backup/avowal-2026-11-24
  avowal restore /backup/avowal-2026-11-24 --data /var/lib/avowal

Checks the backup, makes a data folder of it, and verifies every record against the log. Never writes over a folder: move the old one
away first. Stop the server before, and start it afterwards.`;

async function run(folder: string, { data, ...flags }: RestoreFlags): Promise<void> {
  const { startedAt, files } = await restoreBackup(folder, data);
  const terminal = openTerminal({ ...flags, json: false });
  terminal.print(`Restored to ${data}: what was acknowledged before ${startedAt}.`);
  if (files['avowal.db'] !== undefined) await runAudit({ ...flags, data });
  terminal.print(`
If this server took answers after that time, their records are lost, and receipts over them contradict this log. Then give
the log another name before you start the server:  avowal records new-log --data ${data}`);
}

const restore: CliCommand = {
  id: 'restore',
  register: (program: Command) =>
    void program
      .command('restore')
      .description('make a data folder of a backup, and verify it')
      .argument('<DIR>', 'folder of the backup')
      .addOption(dataOption())
      .addHelpText('after', EXAMPLES)
      .action(run),
};

export default restore;
