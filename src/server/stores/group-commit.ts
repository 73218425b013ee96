import type { DatabaseSync } from 'node:sqlite';

/** Runs a change, or one of several records, in the next transaction; settles after its COMMIT. */
export type Write = <T>(change: () => T, records?: number) => Promise<T>;

interface Waiting {
  readonly records: number;
  readonly run: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** What happens around the transactions of a {@link createGroupCommit}. */
export interface GroupCommitOptions {
  /** Runs in each transaction after its changes, as the last thing before COMMIT. */
  readonly beforeCommit?: () => void;
  /** Runs after a transaction of which nothing was stored. */
  readonly afterRollback?: () => void;
  /** A transaction that has so many records takes no further change. Default: 128. */
  readonly maxRecords?: number;
}

/**
 * Half of what 256 connections send: who wrote the first half is answered, and sends again, while the other half is being written.
 * With all in one transaction writing and answering wait for each other.
 */
const MAX_RECORDS = 128;

/**
 * One writer: the changes of one turn of the event loop share a transaction, since the price of durability is one fsync
 * a commit. When it fails nothing of it was stored, and every change of it is rejected.
 */
export function createGroupCommit(
  database: DatabaseSync,
  { beforeCommit, afterRollback, maxRecords = MAX_RECORDS }: GroupCommitOptions = {},
): Write {
  let waiting: Waiting[] = [];

  const commit = () => {
    let end = 0;
    for (let records = 0; end < waiting.length && records < maxRecords; end++) {
      records += waiting[end]?.records ?? 0;
    }
    const batch = waiting.slice(0, end);
    waiting = waiting.slice(end);
    if (waiting.length > 0) setImmediate(commit);
    try {
      database.exec('BEGIN IMMEDIATE');
      for (const { run } of batch) run();
      beforeCommit?.();
      database.exec('COMMIT');
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      afterRollback?.();
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const { resolve } of batch) resolve();
  };

  return (change, records = 1) =>
    new Promise((resolve, reject) => {
      let result: ReturnType<typeof change>;
      if (waiting.length === 0) setImmediate(commit);
      waiting.push({
        records,
        run: () => {
          result = change();
        },
        resolve: () => resolve(result),
        reject,
      });
    });
}
