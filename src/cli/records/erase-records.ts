import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { AvowalError } from '../../model/errors.ts';
import { eraseConsent, eraseEnded } from '../../server/records/erase-records.ts';
import { recordsOfConsent } from '../../server/records/export/each-record.ts';
import { confirm } from '../confirm.ts';
import { plainText } from '../plain-text.ts';
import { openTerminal } from '../terminal.ts';
import { type RecordFlags, withStore } from './record-flags.ts';

/** What it is told. */
export interface EraseFlags extends RecordFlags {
  readonly ended?: boolean;
  readonly yes?: boolean;
}

/** Erases the records of a consent id, or with `ended` those that are past the time for which they are kept. */
export async function eraseRecords(consentId: string | undefined, flags: EraseFlags): Promise<void> {
  if ((consentId === undefined) !== (flags.ended === true)) {
    throw new AvowalError('USAGE', { problem: 'records erase needs a consent id, or --ended.' });
  }
  const config = resolveConfig(loadConfig(flags.config));
  const { id, name } = config.site;
  const terminal = openTerminal(flags);
  await withStore(flags, async (store) => {
    if (consentId === undefined) {
      const erased = await eraseEnded(store, { config }, new Date());
      terminal.printJson({ erased });
      terminal.print(
        `Erased: ${erased} records of ${name} that ended over ${config.retentionMonths} months ago.`,
      );
      return;
    }
    const { length } = await recordsOfConsent(store, id, consentId);
    if (length === 0) {
      terminal.printJson({ erased: 0 });
      terminal.print(`Site ${id} has no record with the consent id "${plainText(consentId)}".`);
      process.exitCode = 1;
      return;
    }
    const question = `This erases ${length} ${length === 1 ? 'record' : 'records'} of ${name} for good: afterwards nobody can prove that this consent was given.`;
    if (!flags.yes && !(await confirm(question))) {
      terminal.print('Nothing was erased.');
      process.exitCode = 1;
      return;
    }
    const erased = await eraseConsent(store, id, consentId);
    terminal.printJson({ erased });
    terminal.print(
      `Erased: ${erased}. Their places in the log stay, without content, so that every other receipt can still be checked.`,
    );
  });
}
