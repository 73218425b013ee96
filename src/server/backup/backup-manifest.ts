import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AvowalError } from '../../model/errors.ts';

/** What a backup holds: file name → SHA-256 (hex). */
export interface BackupManifest {
  readonly schema: 'avowal/backup@1';
  /** ISO 8601: what was acknowledged before is in it. */
  readonly startedAt: string;
  readonly files: Readonly<Record<string, string>>;
}

/** File of the manifest in the folder of a backup. */
export const MANIFEST = 'backup.json';

/** SHA-256 (hex) of a file of any size. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Reads the manifest of a backup. Throws BACKUP_INVALID. */
export function readManifest(folder: string): BackupManifest {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as BackupManifest;
    if (manifest.schema !== 'avowal/backup@1') throw new Error('its "schema" is not "avowal/backup@1"');
    for (const name of Object.keys(manifest.files)) {
      if (!/^[\w.-]+$/.test(name) || name.startsWith('.')) throw new Error(`it names a file "${name}"`);
    }
    return manifest;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const problem = code === 'ENOENT' ? `there is no ${MANIFEST} in it` : message;
    throw new AvowalError('BACKUP_INVALID', { folder, problem }, error);
  }
}
