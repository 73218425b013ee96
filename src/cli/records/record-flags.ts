import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AvowalError } from '../../model/errors.ts';
import type { RecordStore } from '../../server/stores/record-store.ts';
import { openSqliteStore } from '../../server/stores/sqlite-store.ts';
import type { CommonOptions } from '../terminal.ts';

/** Options that every command on records takes. */
export interface RecordFlags extends CommonOptions {
  readonly config: string;
  readonly data: string;
}

/** Opens the records for one piece of work; they may be in use by a server. Throws STORE_FAILED where there are none. */
export async function withStore<T>(
  { data }: Pick<RecordFlags, 'data'>,
  work: (store: RecordStore) => Promise<T>,
): Promise<T> {
  const file = join(data, 'avowal.db');
  if (!existsSync(file)) throw new AvowalError('STORE_FAILED', { file, problem: 'it does not exist' });
  const store = openSqliteStore(file);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
