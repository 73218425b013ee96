import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AvowalError } from '../../model/errors.ts';
import { openSpool } from '../../server/stores/spool.ts';
import { plainText } from '../plain-text.ts';
import { openTerminal } from '../terminal.ts';
import type { RecordFlags } from './record-flags.ts';

/** What it is told. */
export interface QuarantineFlags extends Pick<RecordFlags, 'data' | 'json' | 'quiet' | 'color'> {
  readonly retry?: boolean;
}

/** Shows what the database refused of this server's records, or sends it once more; ends with 1 where there is something. */
export async function showQuarantine({ data, retry, ...flags }: QuarantineFlags): Promise<void> {
  const file = join(data, 'spool.db');
  if (!existsSync(file)) throw new AvowalError('STORE_FAILED', { file, problem: 'it does not exist' });
  const { print, printJson } = openTerminal(flags);
  const spool = openSpool(file);
  try {
    const listed = await spool.listQuarantined();
    printJson(listed.map((one) => ({ ...one, content: JSON.parse(one.content) })));
    if (listed.length === 0) {
      print('Nothing was set aside: the database has taken everything.');
      return;
    }
    for (const { kind, site, id, setAsideAt, problem } of listed) {
      print(plainText(`${setAsideAt}  ${kind} ${id ?? ''}${site ? ` of ${site}` : ''}`));
      print(`  ${plainText(problem)}`);
    }
    if (retry) {
      print(`\nPut back: ${await spool.retryQuarantined()}. A running server sends it within seconds.`);
      return;
    }
    print('\nMend what the database says, then send it once more with --retry. --json shows the content.');
    process.exitCode = 1;
  } finally {
    await spool.close();
  }
}
