import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { writeWhole } from '../../scan/inventory-file.ts';
import { allRecords } from '../all-records.ts';
import { openTerminal } from '../terminal.ts';
import { type RecordFlags, withStore } from './record-flags.ts';

/** Writes every record of a site, one on one line: newline-delimited JSON. */
export async function exportRecords(flags: RecordFlags & { readonly out?: string }): Promise<void> {
  const { site } = loadConfig(flags.config);
  const records = await withStore(flags, (store) => allRecords(store, site.id));
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const file = flags.out ?? (typeof flags.json === 'string' ? flags.json : undefined);
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  writeWhole(file, text);
  openTerminal({ ...flags, json: false }).print(`Written: ${file}, ${records.length} records.`);
}
