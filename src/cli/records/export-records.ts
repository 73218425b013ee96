import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { AvowalError } from '../../model/errors.ts';
import { eachRecord } from '../../server/records/export/each-record.ts';
import { type ExportFormat, exportText } from '../../server/records/export/export-records.ts';
import { openTerminal } from '../terminal.ts';
import { type RecordFlags, withStore } from './record-flags.ts';

/** What it is told. */
export interface ExportFlags extends RecordFlags {
  readonly out?: string;
  readonly format: ExportFormat;
  readonly consent?: string;
  readonly storage?: string;
}

/** Writes a file that is there under its name only when it is whole. Throws WRITE_FAILED. */
async function writeStream(file: string, text: AsyncIterable<string>): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    await pipeline(Readable.from(text), createWriteStream(draft, { mode: 0o600 }));
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof AvowalError) throw error;
    throw new AvowalError('WRITE_FAILED', { file, problem: (error as Error).message }, error);
  }
}

/** Writes to standard output, until whoever reads there has enough. */
async function print(text: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(text), process.stdout, { end: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EPIPE' && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** Writes every record of a site, or of one visitor, in one of the formats; page by page, however many there are. */
export async function exportRecords(flags: ExportFlags): Promise<void> {
  const config = resolveConfig(loadConfig(flags.config));
  const file = flags.out ?? (typeof flags.json === 'string' ? flags.json : undefined);
  let count = 0;
  await withStore(flags, async (store) => {
    async function* counted() {
      for await (const record of eachRecord(store, config.site.id, flags.consent)) {
        count += 1;
        yield record;
      }
    }
    const storage = flags.storage ?? flags.data;
    const text = exportText(counted(), { format: flags.format, store, config, storage });
    if (file === undefined) await print(text);
    else await writeStream(file, text);
  });
  if (file !== undefined)
    openTerminal({ ...flags, json: false }).print(`Written: ${file}, ${count} records.`);
}
