import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { AvowalError } from '../../model/errors.ts';
import { picturesOf } from '../../server/records/keep-pictures.ts';
import { openTerminal } from '../terminal.ts';
import { type RecordFlags, withStore } from './record-flags.ts';

/** What it is told. */
export interface PictureFlags extends RecordFlags {
  readonly out: string;
}

/** Writes pictures of what the visitor of a record was shown: the kept ones, else some of the kept texts, configuration and scripts. */
export async function pictureNotice(id: string, { out, ...flags }: PictureFlags): Promise<void> {
  const { site } = loadConfig(flags.config);
  const { pictures, wasKept } = await withStore(flags, async (store) => {
    const record = await store.findRecord([site.id], id);
    if (record) return picturesOf(record, store);
    throw new AvowalError('USAGE', { problem: `site ${site.id} has no record with this id.` });
  });
  const named = pictures.map((picture) => ({
    ...picture,
    file: join(out, `notice-${picture.viewport}.png`),
  }));
  try {
    mkdirSync(out, { recursive: true });
    for (const { file, png } of named) writeFileSync(file, png);
  } catch (error) {
    throw new AvowalError('WRITE_FAILED', { file: out, problem: (error as Error).message }, error);
  }
  const { print, printJson } = openTerminal(flags);
  printJson({ wasKept, pictures: named.map(({ png, ...facts }) => facts) });
  const [first] = named;
  const origin = wasKept
    ? `Kept since ${first?.madeAt.slice(0, 10)}, when Chromium ${first?.browser} made them`
    : `Made now by Chromium ${first?.browser}, and kept from now on. They are made`;
  print(
    `Written:\n${named.map(({ file, hash }) => `  ${file}  sha256 ${hash}`).join('\n')}\n${origin} of the very texts, configuration and scripts that the record names.`,
  );
}
