import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { PostgresDatabase } from './postgres-database.ts';

const RETRY_MS = 1000;

/**
 * Calls back at each notice on a channel, until it is stopped. It holds a connection, makes a new one where that breaks, and
 * calls back then too: a notice that nobody listens to is lost.
 */
export function listenTo(database: PostgresDatabase, channel: string, onNotice: () => void): () => void {
  const control = new AbortController();
  const { signal } = control;

  async function listen(): Promise<void> {
    const client = await database.hold();
    try {
      const ended = once(client, 'end', { signal });
      ended.catch(() => undefined);
      client.on('notification', onNotice);
      await client.query(`LISTEN ${channel}`);
      onNotice();
      await ended;
    } finally {
      client.release(true);
    }
  }

  async function listenOn(): Promise<void> {
    while (!signal.aborted) {
      await listen().catch(() => undefined);
      await wait(RETRY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
  void listenOn();
  return () => control.abort();
}
