import { join } from 'node:path';
import type { CheckpointGuard } from '../log/checkpoint-guard.ts';
import { openPostgresStore } from './postgres-store.ts';
import type { RecordStore } from './record-store.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** Where records are kept. */
export interface StorePlace {
  /** Folder of the SQLite file, where there is no database server. */
  readonly dataDir: string;
  /** Connection string of a PostgreSQL database that several servers share. */
  readonly database?: string;
}

/** A store, and what several servers at it must agree on before one of them signs. */
export interface OpenStore {
  readonly store: RecordStore;
  readonly guard?: CheckpointGuard;
}

/** Opens the store of a place. Throws STORE_FAILED. */
export async function openStore({ dataDir, database }: StorePlace): Promise<OpenStore> {
  if (database === undefined) return { store: openSqliteStore(join(dataDir, 'avowal.db')) };
  const store = openPostgresStore(database);
  try {
    await store.check();
  } catch (error) {
    await store.close();
    throw error;
  }
  return { store, guard: store.guard };
}
