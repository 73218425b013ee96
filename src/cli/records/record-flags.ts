import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AvowalError } from '../../model/errors.ts';
import { type CheckpointGuard, openCheckpointGuard } from '../../server/log/checkpoint-guard.ts';
import { openStore } from '../../server/stores/open-store.ts';
import type { RecordStore } from '../../server/stores/record-store.ts';
import type { CommonOptions } from '../terminal.ts';

/** Options that every command on records takes. */
export interface RecordFlags extends CommonOptions {
  readonly config: string;
  readonly data: string;
  readonly database?: string;
}

/** Opens the records for one piece of work; they may be in use by a server. Throws STORE_FAILED where there are none. */
export async function withStore<T>(
  { data, database }: Pick<RecordFlags, 'data' | 'database'>,
  work: (store: RecordStore, guards: readonly CheckpointGuard[]) => Promise<T>,
): Promise<T> {
  const file = join(data, 'avowal.db');
  if (database === undefined && !existsSync(file)) {
    throw new AvowalError('STORE_FAILED', { file, problem: 'it does not exist' });
  }
  const { store, guard: shared } = await openStore({ dataDir: data, ...(database && { database }) });
  const own = openCheckpointGuard(data);
  try {
    return await work(store, shared ? [shared, own] : [own]);
  } finally {
    own.close();
    await store.close();
  }
}
