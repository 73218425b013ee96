import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Gives a second server the keys and secrets of the first one, as an operator does; databases and folders stay. */
export function copySecrets(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isFile() && !/\.db(-wal|-shm)?$/.test(entry.name))
      cpSync(join(from, entry.name), join(to, entry.name));
  }
}
