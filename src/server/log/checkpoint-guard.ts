import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AvowalError } from '../../model/errors.ts';

/**
 * Remembers the last checkpoint that was signed, apart from the log itself: a log that was set back to an earlier state, or
 * a second server, must not sign another history under the same name.
 */
export interface CheckpointGuard {
  last(): Promise<string | undefined>;
  /** Puts a note in the place of the last one, durably; `false` where that is not the last one any more. */
  swap(last: string | undefined, next: string): Promise<boolean>;
  /** Lets another history begin; only for a log that gets another name. */
  forget(): Promise<void>;
}

/** A guard in a file. */
export interface CheckpointFile extends CheckpointGuard {
  close(): void;
}

/** Opens the guard in a file of its own in the data folder. Throws STORE_FAILED. */
export function openCheckpointGuard(dataDir: string): CheckpointFile {
  const file = join(dataDir, 'last-checkpoint.db');
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new AvowalError('STORE_FAILED', { file, problem: (error as Error).message }, error);
    }
  };
  const database = attempt(() => {
    const opened = new DatabaseSync(file, { timeout: 1000 });
    opened.exec(`PRAGMA synchronous = FULL;
      CREATE TABLE IF NOT EXISTS last_checkpoint (one INTEGER PRIMARY KEY CHECK (one = 1), note TEXT NOT NULL) STRICT`);
    return opened;
  });
  const select = database.prepare('SELECT note FROM last_checkpoint');
  const insert = database.prepare('INSERT INTO last_checkpoint VALUES (1, ?) ON CONFLICT DO NOTHING');
  const update = database.prepare('UPDATE last_checkpoint SET note = ? WHERE note = ?');
  return {
    last: async () =>
      attempt(() => {
        const row = select.get();
        return row && String(row.note);
      }),
    swap: async (last, next) =>
      attempt(() => (last === undefined ? insert.run(next) : update.run(next, last)).changes === 1),
    forget: async () => attempt(() => database.exec('DELETE FROM last_checkpoint')),
    close: () => database.close(),
  };
}
