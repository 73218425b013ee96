import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckpointGuard } from '../log/checkpoint-guard.ts';
import type { Log } from '../log.ts';
import type { ScanFiles } from '../scans/scan-files.ts';
import type { SharedConfigs } from '../sites/shared-configs.ts';
import type { ForwarderReport } from './forwarder.ts';
import { openPostgresStore, type PostgresStore } from './postgres-store.ts';
import type { RecordStore } from './record-store.ts';
import { type Acknowledgement, openSpoolStore } from './spool-store.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** Where records are kept. */
export interface StorePlace {
  /** Folder of the SQLite file, or of the spool where a server uses a database. */
  readonly dataDir: string;
  /** Connection string of a PostgreSQL database that several servers share. */
  readonly database?: string;
}

/** How a server keeps records that go to a database. */
export interface ServerStorePlace extends StorePlace {
  readonly acknowledgement: Acknowledgement;
  readonly log: Log;
}

/** A store, and what several servers at it must agree on before one of them signs. */
export interface OpenStore {
  readonly store: RecordStore;
  readonly guard?: CheckpointGuard;
  /** Which configurations they serve. */
  readonly configs?: SharedConfigs;
  /** What workers found. */
  readonly scans?: ScanFiles;
}

const EVENTS = {
  away: ['error', 'database away, records wait in the spool'],
  back: ['info', 'database back'],
  left: ['warn', 'records left in the spool: start this server again, with the same folder'],
  refused: ['error', 'record set aside: the database refuses its content; see avowal records quarantine'],
  conflict: ['warn', 'records dropped: others have their ids'],
} as const;

const shared = (store: PostgresStore): OpenStore => {
  const { guard, configs, scans } = store;
  return { store, guard, configs, scans };
};

/** Opens the store of a place for one piece of work. Throws STORE_FAILED. */
export async function openStore({ dataDir, database }: StorePlace): Promise<OpenStore> {
  if (database === undefined) return { store: openSqliteStore(join(dataDir, 'avowal.db')) };
  const store = openPostgresStore(database);
  await closeUnless(store, store.check());
  return shared(store);
}

/** Opens the store of a server. One that has run before also starts while its database is away. Throws STORE_FAILED. */
export async function openServerStore(place: ServerStorePlace): Promise<OpenStore> {
  const { dataDir, database, acknowledgement, log } = place;
  if (database === undefined) return openStore(place);
  const file = join(dataDir, 'spool.db');
  const postgres = openPostgresStore(database);
  if (!existsSync(file)) await closeUnless(postgres, postgres.check());
  void postgres.waitsForStandby().then(
    (waits) => waits || log('warn', 'no synchronous standby: records are lost with the host of the database'),
    () => undefined,
  );
  const report: ForwarderReport = (event, facts) => {
    const [level, text] = EVENTS[event];
    log(level, text, facts);
  };
  const store = openSpoolStore(file, postgres, acknowledgement, report);
  return shared(store);
}

async function closeUnless(store: PostgresStore, works: Promise<void>): Promise<void> {
  try {
    await works;
  } catch (error) {
    await store.close();
    throw error;
  }
}
