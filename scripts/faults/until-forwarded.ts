import { setTimeout as wait } from 'node:timers/promises';
import { openPostgresStore } from '../../src/server/stores/postgres-store.ts';
import type { Load } from './load.ts';

const LIMIT_MS = 120_000;

/** Waits until the database has as many records as were acknowledged; whether it has those, a tally says. */
export async function untilForwarded(database: string, load: Load): Promise<void> {
  const store = openPostgresStore(database);
  try {
    const end = Date.now() + LIMIT_MS;
    while (Date.now() < end && (await store.logSize().catch(() => 0)) < load.acknowledged.size)
      await wait(100);
  } finally {
    await store.close();
  }
}
