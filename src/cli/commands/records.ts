import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { AvowalError } from '../../model/errors.ts';
import { writeWhole } from '../../scan/inventory-file.ts';
import type { RecordStore } from '../../server/stores/record-store.ts';
import { openSqliteStore } from '../../server/stores/sqlite-store.ts';
import { allRecords } from '../all-records.ts';
import type { CliCommand } from '../cli-command.ts';
import { configOption, dataOption } from '../common-options.ts';
import { plainText } from '../plain-text.ts';
import { printTable } from '../print-table.ts';
import { type CommonOptions, openTerminal } from '../terminal.ts';

interface RecordFlags extends CommonOptions {
  readonly config: string;
  readonly data: string;
  readonly out?: string;
}

async function withStore<T>({ data }: RecordFlags, work: (store: RecordStore) => Promise<T>): Promise<T> {
  const file = join(data, 'avowal.db');
  if (!existsSync(file)) throw new AvowalError('STORE_FAILED', { file, problem: 'it does not exist' });
  const store = openSqliteStore(file);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** One record on one line: newline-delimited JSON. */
async function exportRecords(flags: RecordFlags): Promise<void> {
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

const answers = ({ purposes, services }: ConsentRecord) =>
  Object.entries({ ...purposes, ...services })
    .map(([id, answer]) => `${id} ${answer}`)
    .join(', ');

async function show(id: string, flags: RecordFlags): Promise<void> {
  const { site } = loadConfig(flags.config);
  const records = await withStore(flags, async (store) => {
    const one = await store.findRecord([site.id], id);
    return one ? [one] : allRecords(store, site.id, id);
  });
  const terminal = openTerminal(flags);
  terminal.printJson(records);
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

const EXAMPLES = `
Examples:
  avowal records export > records.ndjson
  avowal records show 3f0e7c1a-…    all records of one visitor, by the consent id on their screen`;

const records: CliCommand = {
  id: 'records',
  register: (program: Command) => {
    const group = program
      .command('records')
      .description('consent records: export them, or show one visitor theirs');
    group
      .command('export')
      .description('print every record of a site, newest first, one JSON object on each line')
      .addOption(configOption())
      .addOption(dataOption())
      .option('-o, --out <FILE>', 'write to a file instead of standard output')
      .addHelpText('after', EXAMPLES)
      .action(exportRecords);
    group
      .command('show')
      .description('show what is recorded under a consent id or a record id')
      .argument('<ID>', 'consent id or record id')
      .addOption(configOption())
      .addOption(dataOption())
      .addHelpText('after', EXAMPLES)
      .action(show);
  },
};

export default records;
