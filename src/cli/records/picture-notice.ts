import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { AvowalError } from '../../model/errors.ts';
import { renderNotice, type ShownNotice } from '../../server/records/render-notice.ts';
import type { RecordStore } from '../../server/stores/record-store.ts';
import { openTerminal } from '../terminal.ts';
import { type RecordFlags, withStore } from './record-flags.ts';

interface PictureFlags extends RecordFlags {
  readonly out: string;
}

async function shownIn(record: ConsentRecord, store: RecordStore): Promise<ShownNotice> {
  const read = async (hash: string) => {
    const artefact = await store.findArtefact(hash);
    if (artefact) return JSON.parse(artefact.content);
    throw new AvowalError('STORE_FAILED', {
      file: 'of records',
      problem: `it lacks what has the hash ${hash}`,
    });
  };
  const [config, notice, bundles] = await Promise.all(
    [record.configHash, record.noticeHash, record.bundleHash].map(read),
  );
  return { config, notice, bundles, locale: record.locale };
}

/** Writes pictures of what the visitor of a record was shown, made of the kept texts, configuration and scripts. */
export async function pictureNotice(id: string, { out, ...flags }: PictureFlags): Promise<void> {
  const { site } = loadConfig(flags.config);
  const shown = await withStore(flags, async (store) => {
    const record = await store.findRecord([site.id], id);
    if (record) return shownIn(record, store);
    throw new AvowalError('USAGE', { problem: `site ${site.id} has no record with this id.` });
  });
  const pictures = Object.entries(await renderNotice(shown)).map(
    ([viewport, png]) => [join(out, `notice-${viewport}.png`), png] as const,
  );
  try {
    mkdirSync(out, { recursive: true });
    for (const [file, png] of pictures) writeFileSync(file, png);
  } catch (error) {
    throw new AvowalError('WRITE_FAILED', { file: out, problem: (error as Error).message }, error);
  }
  const files = pictures.map(([file]) => file);
  const { print, printJson } = openTerminal(flags);
  printJson({ files });
  print(
    `Written: ${files.join(', ')}\nMade now, by the browser of this machine, of the very texts, configuration and scripts that the record names.`,
  );
}
