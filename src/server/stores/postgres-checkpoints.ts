import type { CheckpointGuard } from '../log/checkpoint-guard.ts';
import type { KeptCheckpoint } from './log-store.ts';
import type { PostgresDatabase } from './postgres-database.ts';

const COLUMNS = 'size, signed_at, note';

const parse = (row: Record<string, unknown>): KeptCheckpoint => ({
  size: Number(row.size),
  signedAt: (row.signed_at as Date).toISOString(),
  note: String(row.note),
});

/** Keeps a checkpoint in the place of those of the same hour. */
export const keepCheckpoint = (
  database: PostgresDatabase,
  { size, signedAt, note }: KeptCheckpoint,
): Promise<void> =>
  database.transaction(async (client) => {
    await client.query(
      `DELETE FROM log_checkpoints WHERE signed_at >= date_trunc('hour', $1::timestamptz, 'UTC') AND size < $2`,
      [signedAt, size],
    );
    await client.query(
      `INSERT INTO log_checkpoints (${COLUMNS}) VALUES ($1, $2, $3)
       ON CONFLICT (size) DO UPDATE SET signed_at = excluded.signed_at, note = excluded.note`,
      [size, signedAt, note],
    );
  });

/** Lists checkpoints, oldest first. */
export const listCheckpoints = async (database: PostgresDatabase): Promise<readonly KeptCheckpoint[]> =>
  (await database.query(`SELECT ${COLUMNS} FROM log_checkpoints ORDER BY size`)).map(parse);

/** Finds the last checkpoint. */
export const lastCheckpoint = async (database: PostgresDatabase): Promise<KeptCheckpoint | undefined> =>
  (await database.query(`SELECT ${COLUMNS} FROM log_checkpoints ORDER BY size DESC LIMIT 1`)).map(parse)[0];

/** The last checkpoint that any server signed, beside the one that each server remembers for itself. */
export const sharedGuard = (database: PostgresDatabase): CheckpointGuard => ({
  last: async () => {
    const [row] = await database.query('SELECT note FROM last_checkpoint');
    return row && String(row.note);
  },
  swap: async (last, next) => {
    const swapped =
      last === undefined
        ? await database.query(
            'INSERT INTO last_checkpoint (note) VALUES ($1) ON CONFLICT DO NOTHING RETURNING one',
            [next],
          )
        : await database.query('UPDATE last_checkpoint SET note = $2 WHERE note = $1 RETURNING one', [
            last,
            next,
          ]);
    return swapped.length === 1;
  },
  forget: async () => void (await database.query('DELETE FROM last_checkpoint')),
});
