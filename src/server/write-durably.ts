import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { AvowalError } from '../model/errors.ts';

function toDisk(path: string, flags: string, content = ''): void {
  const handle = openSync(path, flags, 0o600);
  try {
    if (content !== '') writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Writes a file that only its owner may read, whole or not at all: content and name are on disk when this returns, so that a
 * power cut leaves no empty key. Without `replace` a file that is there already stays. Throws WRITE_FAILED.
 */
export function writeDurably(
  file: string,
  content: string,
  { replace }: { readonly replace: boolean },
): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    toDisk(draft, 'wx', content);
    // A link, and no renaming, so that of two servers that start at once the second one takes what the first one made.
    if (replace) renameSync(draft, file);
    else linkSync(draft, file);
    toDisk(dirname(file), 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw new AvowalError('WRITE_FAILED', { file, problem: (error as Error).message }, error);
  } finally {
    if (existsSync(draft)) rmSync(draft);
  }
}
