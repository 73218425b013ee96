import type { DatabaseSync } from 'node:sqlite';
import type { KeptCheckpoint } from './log-store.ts';

const HOUR_MS = 3_600_000;

const parse = (row: Record<string, unknown>): KeptCheckpoint => ({
  size: Number(row.size),
  signedAt: new Date(Number(row.signed_at)).toISOString(),
  note: String(row.note),
});

/** Keeps a checkpoint in the place of those of the same hour. */
export function checkpointKeeper(database: DatabaseSync): (checkpoint: KeptCheckpoint) => void {
  const thin = database.prepare('DELETE FROM log_checkpoints WHERE signed_at >= ? AND size < ?');
  const put = database.prepare(
    `INSERT INTO log_checkpoints (size, signed_at, note) VALUES (?, ?, ?)
     ON CONFLICT (size) DO UPDATE SET signed_at = excluded.signed_at, note = excluded.note`,
  );
  return ({ size, signedAt, note }) => {
    const time = Date.parse(signedAt);
    thin.run(time - (time % HOUR_MS), size);
    put.run(size, time, note);
  };
}

/** Lists checkpoints, oldest first. */
export function checkpointLister(database: DatabaseSync): () => readonly KeptCheckpoint[] {
  const select = database.prepare('SELECT size, signed_at, note FROM log_checkpoints ORDER BY size');
  return () => select.all().map(parse);
}

/** Finds the last checkpoint. */
export function checkpointFinder(database: DatabaseSync): () => KeptCheckpoint | undefined {
  const select = database.prepare(
    'SELECT size, signed_at, note FROM log_checkpoints ORDER BY size DESC LIMIT 1',
  );
  return () => {
    const row = select.get();
    return row && parse(row);
  };
}
