import pg from 'pg';
import { AvowalError } from '../../model/errors.ts';
import { postgresHosts, withoutPassword } from './postgres-hosts.ts';

/** Connections to the one host of a PostgreSQL cluster that takes writes. */
export interface PostgresDatabase {
  /** One query outside a transaction. Throws STORE_FAILED. */
  query(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Runs work in a transaction and returns after its COMMIT. Throws STORE_FAILED; then it may have been committed all the same. */
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  /** A connection for as long as the caller keeps it; it gives it back. */
  hold(): Promise<pg.PoolClient>;
  /** The error of this database. */
  fail(error: unknown): AvowalError;
  close(): Promise<void>;
}

const LIMITS = {
  max: 8,
  connectionTimeoutMillis: 5000,
  // A host that vanishes from the network sends nothing at all: without a limit the intake would wait for hours.
  query_timeout: 30_000,
  // A server that stands still in the middle of a transaction must not hold up all others.
  idle_in_transaction_session_timeout: 10_000,
  keepAlive: true,
  application_name: 'avowal',
};

async function requireWritable(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query('SHOW transaction_read_only');
  if (rows[0]?.transaction_read_only !== 'off') throw new Error('this host only answers reads');
}

/**
 * Opens a database. Of several hosts (`postgres://one,two/db`) the one is used that takes writes: libpq calls that
 * `target_session_attrs=read-write`, and `pg` does not have it. Connects when it is used first.
 */
export function openPostgresDatabase(url: string): PostgresDatabase {
  const pools = postgresHosts(url).map((connectionString) => new pg.Pool({ ...LIMITS, connectionString }));
  // The queries of a broken connection fail, the pool lets go of it; an error event that nobody takes would end the process.
  const ignore = () => undefined;
  for (const pool of pools) pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
  const writable = new WeakSet<pg.PoolClient>();
  let current = 0;

  const fail = (error: unknown) =>
    error instanceof AvowalError
      ? error
      : new AvowalError(
          'STORE_FAILED',
          { file: withoutPassword(url), problem: (error as Error).message },
          error,
        );

  async function connectTo(pool: pg.Pool): Promise<pg.PoolClient> {
    const client = await pool.connect();
    if (writable.has(client)) return client;
    try {
      await requireWritable(client);
    } catch (error) {
      client.release(true);
      throw error;
    }
    writable.add(client);
    return client;
  }

  async function connect(): Promise<pg.PoolClient> {
    let failure: unknown;
    for (const _ of pools) {
      const at = current;
      try {
        return await connectTo(pools[at] as pg.Pool);
      } catch (error) {
        failure = error;
        if (current === at) current = (at + 1) % pools.length;
      }
    }
    throw failure;
  }

  async function use<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    let client: pg.PoolClient | undefined;
    try {
      client = await connect();
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      // Whatever state it is in: the next one begins with a new connection, which rolls back what this one began.
      client?.release(true);
      throw fail(error);
    }
  }

  return {
    query: (text, values = []) => use(async (client) => (await client.query(text, [...values])).rows),
    transaction: (work) =>
      use(async (client) => {
        await client.query('BEGIN');
        const result = await work(client);
        await client.query('COMMIT');
        return result;
      }),
    hold: connect,
    fail,
    close: async () => void (await Promise.all(pools.map((pool) => pool.end()))),
  };
}
