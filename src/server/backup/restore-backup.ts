import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AvowalError } from '../../model/errors.ts';
import { type BackupManifest, hashFile, readManifest } from './backup-manifest.ts';
import { requireFree } from './require-free.ts';

/** Refuses a backup of which a file is missing or changed. Throws BACKUP_INVALID. */
async function verify(folder: string, { files }: BackupManifest): Promise<void> {
  for (const [name, sha256] of Object.entries(files)) {
    const file = join(folder, name);
    const found = existsSync(file) ? await hashFile(file) : undefined;
    if (found === sha256) continue;
    const problem = found === undefined ? `${name} is missing` : `${name} is not what was backed up`;
    throw new AvowalError('BACKUP_INVALID', { folder, problem });
  }
}

/** Makes a data folder of a backup; never writes over one. Throws BACKUP_INVALID, FOLDER_TAKEN and WRITE_FAILED. */
export async function restoreBackup(folder: string, dataDir: string): Promise<BackupManifest> {
  const manifest = readManifest(folder);
  await verify(folder, manifest);
  requireFree(dataDir);
  const draft = `${dataDir}.${process.pid}.tmp`;
  try {
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    for (const name of Object.keys(manifest.files)) copyFileSync(join(folder, name), join(draft, name));
    renameSync(draft, dataDir);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw new AvowalError('WRITE_FAILED', { file: dataDir, problem: (error as Error).message }, error);
  }
  return manifest;
}
