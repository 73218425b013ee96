import { loadConfig } from '../../knowledge/config/parse-config.ts';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { recordsOfConsent } from '../../server/records/export/each-record.ts';
import { plainText } from '../plain-text.ts';
import { printTable } from '../print-table.ts';
import { openTerminal } from '../terminal.ts';
import { type RecordFlags, withStore } from './record-flags.ts';

const answers = ({ purposes, services }: ConsentRecord) =>
  Object.entries({ ...purposes, ...services })
    .map(([id, answer]) => `${id} ${answer}`)
    .join(', ');

/** Shows one record by its id, or all records of a consent id. */
export async function showRecords(id: string, flags: RecordFlags): Promise<void> {
  const { site } = loadConfig(flags.config);
  const { records, entry } = await withStore(flags, async (store) => {
    const found = await store.findEntry([site.id], id);
    const kept = found && 'record' in found ? [found.record] : await recordsOfConsent(store, site.id, id);
    return { records: kept, entry: found };
  });
  const terminal = openTerminal(flags);
  terminal.printJson(records);
  if (entry && 'erasedAt' in entry) {
    terminal.print(
      `Record ${plainText(id)} was erased on ${entry.erasedAt}. Place ${entry.leafIndex} of the log stays.`,
    );
    return;
  }
  if (records.length === 0) {
    terminal.print(`Site ${site.id} has no record with the id or consent id "${plainText(id)}".`);
    process.exitCode = 1;
    return;
  }
  const rows = records.map((record) => [
    record.receivedAt,
    record.action,
    plainText(answers(record)),
    `valid until ${record.validUntil}`,
    record.id,
  ]);
  terminal.print(printTable(rows));
}
