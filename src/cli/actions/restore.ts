import { restoreBackup } from '../../server/backup/restore-backup.ts';
import { runAudit } from '../records/audit-command.ts';
import { type CommonOptions, openTerminal } from '../terminal.ts';

/** What it is told. */
export interface RestoreFlags extends CommonOptions {
  readonly data: string;
}

/** Makes a data folder of a backup, and verifies its records. */
export async function restore(folder: string, { data, ...flags }: RestoreFlags): Promise<void> {
  const { startedAt, files } = await restoreBackup(folder, data);
  const terminal = openTerminal({ ...flags, json: false });
  terminal.print(`Restored to ${data}: what was acknowledged before ${startedAt}.`);
  if (files['avowal.db'] !== undefined) await runAudit({ ...flags, data });
  terminal.print(`
If this server took answers after that time, their records are lost, and receipts over them contradict this log. Then give
the log another name before you start the server:  avowal records new-log --data ${data}`);
}
