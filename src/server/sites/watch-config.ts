import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Milliseconds of quiet after which an edit counts as finished: editors write a file in several steps. */
const QUIET_MS = 100;

/** Calls back after each edit of a file; returns what stops it. Watches the folder, since editors replace the file. */
export function watchConfig(file: string, onEdit: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(dirname(file), (_event, name) => {
    if (name !== null && name !== basename(file)) return;
    clearTimeout(timer);
    timer = setTimeout(onEdit, QUIET_MS);
  });
  // A folder that goes away must not take the server with it.
  watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
