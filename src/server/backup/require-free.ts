import { existsSync, readdirSync, statSync } from 'node:fs';
import { AvowalError } from '../../model/errors.ts';

/** Refuses to write over what is there. Throws FOLDER_TAKEN. */
export function requireFree(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)
    throw new AvowalError('FOLDER_TAKEN', { folder });
}
