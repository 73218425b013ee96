import { join } from 'node:path';
import type { Command } from 'commander';
import { writeBackup } from '../../server/backup/write-backup.ts';
import type { CliCommand } from '../cli-command.ts';
import { dataOption } from '../common-options.ts';
import { type CommonOptions, openTerminal } from '../terminal.ts';

interface BackupFlags extends CommonOptions {
  readonly data: string;
  readonly out: string;
}

const EXAMPLES = `
Examples:
  avowal backup --out /backup/avowal-2026-11-24
  avowal backup --data /var/lib/avowal --out "/backup/avowal-$(date +%F-%H%M)"

The server may run meanwhile, and takes answers in as always. The copy holds the records, the log, its last checkpoint and all
keys: keep it as secret as the data folder itself, and not for longer than the records (docs/operations.md). Records in
PostgreSQL are backed up with its own tools; this copies what of them still waits on this server, and the keys.`;

async function run({ data, out, ...flags }: BackupFlags): Promise<void> {
  const manifest = await writeBackup(data, out);
  const terminal = openTerminal(flags);
  terminal.printJson({ folder: out, ...manifest });
  const names = Object.keys(manifest.files).map((name) => `  ${join(out, name)}`);
  terminal.print(`${terminal.style('bold', `Backed up to ${out}`)}\n${names.join('\n')}`);
}

const backup: CliCommand = {
  id: 'backup',
  register: (program: Command) =>
    void program
      .command('backup')
      .description('copy records, log and keys while the server runs')
      .addOption(dataOption())
      .requiredOption('-o, --out <DIR>', 'folder to write to; must not exist, or be empty')
      .addHelpText('after', EXAMPLES)
      .action(run),
};

export default backup;
