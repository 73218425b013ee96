import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AvowalError } from '../model/errors.ts';
import { writeDurably } from './write-durably.ts';

/** Cookie that a browser holds after it has shown the access key once. */
export const ACCESS_COOKIE = 'avowal_dashboard';

/** The secret that opens the dashboard. */
export interface AccessKey {
  readonly key: string;
  /** Value of {@link ACCESS_COOKIE}: derived, so that the cookie does not give the key away. */
  readonly cookie: string;
}

/** A secret kept in a file of the data folder, readable by its owner only; made at the first start. Throws WRITE_FAILED. */
export function loadSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  if (!existsSync(file)) writeDurably(file, randomBytes(24).toString('base64url'), { replace: false });
  const key = readFileSync(file, 'utf8').trim();
  // An emptied file must not become a key that everybody knows.
  if (key.length < 32)
    throw new AvowalError('WRITE_FAILED', { file, problem: 'it holds no key; delete it to make a new one' });
  return key;
}

/** The access key of the dashboard. Throws WRITE_FAILED. */
export function loadAccessKey(dataDir: string): AccessKey {
  const key = loadSecret(dataDir, 'access-key');
  return { key, cookie: createHmac('sha256', key).update('avowal dashboard').digest('base64url') };
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares two secrets in a time that depends on neither. */
export function isSameSecret(given: string | undefined, secret: string): boolean {
  return given !== undefined && timingSafeEqual(digest(given), digest(secret));
}
