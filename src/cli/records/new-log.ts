import { renameLog } from '../../server/log/log-keys.ts';
import { formatVerifierKey } from '../../server/log/verifier-key.ts';
import { confirm } from '../confirm.ts';
import { openTerminal } from '../terminal.ts';
import { type RecordFlags, withStore } from './record-flags.ts';

const QUESTION =
  'Records that came in since the copy that you restored are lost, and receipts over them contradict what is kept now. This begins a log of another name, which nobody was promised anything by; the old keys stay.';

/** Lets the log go on under a new name and key. */
export async function startNewLog(
  flags: Omit<RecordFlags, 'config'> & { readonly yes?: boolean },
): Promise<void> {
  const terminal = openTerminal(flags);
  if (!flags.yes && !(await confirm(QUESTION))) {
    terminal.print('Nothing was changed.');
    process.exitCode = 1;
    return;
  }
  const { last, origin, verifierKeys } = await withStore(flags, async (_store, guards) => {
    const [note] = await Promise.all(guards.map((guard) => guard.last()));
    const keys = renameLog(flags.data);
    for (const guard of guards) await guard.forget();
    return { last: note, ...keys };
  });
  const keys = verifierKeys.map(formatVerifierKey);
  terminal.printJson({ origin, keys, last });
  terminal.print(`The log is called ${origin} from now on. Publish its key:\n  ${keys[0]}`);
  if (last) terminal.print(`\nThe last checkpoint of the old one, to keep as evidence:\n\n${last}`);
}
