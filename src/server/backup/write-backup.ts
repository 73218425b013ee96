import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AvowalError } from '../../model/errors.ts';
import { type BackupManifest, hashFile, MANIFEST } from './backup-manifest.ts';
import { requireFree } from './require-free.ts';

/** In this order: what was signed was durable before, so a checkpoint must not be younger than the records beside it. */
const DATABASES = ['last-checkpoint.db', 'avowal.db', 'spool.db'];
/** Without the keys nobody can go on with the log, nor take answers to scripts that are in caches. */
const SECRETS = ['log-keys.json', 'handover-secret', 'access-key', 'api-tokens.json'];

/** Copies a database in one read transaction: a whole state, without what was erased, and no writer waits for it. */
function copyDatabase(from: string, to: string): void {
  const database = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
  // Readable by its owner only, before anything stands in it.
  writeFileSync(to, '', { mode: 0o600, flag: 'wx' });
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

async function fill(dataDir: string, folder: string): Promise<BackupManifest> {
  const startedAt = new Date().toISOString();
  const files: Record<string, string> = {};
  for (const name of [...DATABASES, ...SECRETS]) {
    const [from, to] = [join(dataDir, name), join(folder, name)];
    if (!existsSync(from)) continue;
    if (DATABASES.includes(name)) copyDatabase(from, to);
    else copyFileSync(from, to);
    sync(to);
    files[name] = await hashFile(to);
  }
  if (files['avowal.db'] === undefined && files['spool.db'] === undefined)
    throw new AvowalError('STORE_FAILED', { file: dataDir, problem: 'there are no records in it' });
  const manifest: BackupManifest = { schema: 'avowal/backup@1', startedAt, files };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  sync(join(folder, MANIFEST));
  return manifest;
}

/** Copies a data folder into a folder that is not there yet, while the server runs. Throws FOLDER_TAKEN, STORE_FAILED and WRITE_FAILED. */
export async function writeBackup(dataDir: string, folder: string): Promise<BackupManifest> {
  requireFree(folder);
  const draft = `${folder}.${process.pid}.tmp`;
  try {
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    const manifest = await fill(dataDir, draft);
    renameSync(draft, folder);
    return manifest;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (error instanceof AvowalError) throw error;
    throw new AvowalError('WRITE_FAILED', { file: folder, problem: (error as Error).message }, error);
  }
}
