import { loadLogKeys } from '../../server/log/log-keys.ts';
import { auditRecords } from '../../server/records/audit/audit-records.ts';
import { plainText } from '../plain-text.ts';
import { openTerminal } from '../terminal.ts';
import { type RecordFlags, withStore } from './record-flags.ts';

/** More than anybody reads; the JSON has them all. */
const SHOWN = 50;

/** Verifies all that is kept; ends with 1 where something does not agree. */
export async function runAudit(flags: Omit<RecordFlags, 'config'>): Promise<void> {
  const audit = await withStore(flags, async (store, guards) => {
    const { verifierKeys } = loadLogKeys(flags.data);
    const lasts = await Promise.all(guards.map((guard) => guard.last()));
    return auditRecords(
      store,
      verifierKeys,
      lasts.filter((note) => note !== undefined),
    );
  });
  const terminal = openTerminal(flags);
  terminal.printJson(audit);
  const { records, erased, checkpoints, artefacts, problems } = audit;
  terminal.print(
    `Compared: ${records} records, ${erased} erased ones, ${checkpoints} checkpoints, ${artefacts} artefacts.`,
  );
  if (problems.length === 0) {
    terminal.print(
      `${terminal.style('green', '✓')} Everything agrees: no record was changed, added or taken away unseen.`,
    );
    return;
  }
  for (const problem of problems.slice(0, SHOWN))
    terminal.print(`${terminal.style('red', '✗')} ${plainText(problem)}`);
  if (problems.length > SHOWN)
    terminal.print(`… and ${problems.length - SHOWN} more: --json names them all.`);
  process.exitCode = 1;
}
