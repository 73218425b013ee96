import { rotateLogKey } from '../../server/log/log-keys.ts';
import { formatVerifierKey } from '../../server/log/verifier-key.ts';
import { openTerminal } from '../terminal.ts';
import type { RecordFlags } from './record-flags.ts';

/** Makes a new key for the log; the server signs with it from its next checkpoint on. */
export function rotateKey(flags: Omit<RecordFlags, 'config'>): void {
  const terminal = openTerminal(flags);
  const keys = rotateLogKey(flags.data).verifierKeys.map(formatVerifierKey);
  terminal.printJson({ keys });
  terminal.print(`The log is signed with a new key from now on:\n  ${keys[0]}`);
  terminal.print(
    'Publish it where you published the old one; what that signed can still be checked with it.',
  );
}
