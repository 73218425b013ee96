import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AvowalError } from '../../model/errors.ts';
import { writeDurably } from '../write-durably.ts';
import type { Signer } from './signed-note.ts';
import { formatVerifierKey, makeVerifierKey, parseVerifierKey, type VerifierKey } from './verifier-key.ts';

/** Whose log it is, and the keys that sign it. */
export interface LogKeys {
  /** Name of the log; never changes. */
  readonly origin: string;
  readonly signer: Signer;
  /** Newest first: those that were replaced still verify what they signed. */
  readonly verifierKeys: readonly VerifierKey[];
  /** Signs what only the servers of this log verify; never changes. */
  readonly secret: string;
}

interface KeysFile {
  readonly origin: string;
  /** PKCS #8, base64: of the newest key only. */
  readonly privateKey: string;
  readonly keys: readonly { readonly key: string; readonly since: string }[];
  readonly secret: string;
}

const fileIn = (dataDir: string) => join(dataDir, 'log-keys.json');

const newOrigin = () => `avowal-log-${randomBytes(8).toString('hex')}`;

function newKey(origin: string, earlier: KeysFile['keys'], secret: string): KeysFile {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const key = formatVerifierKey(makeVerifierKey(origin, Buffer.from(x, 'base64url')));
  return {
    origin,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    keys: [{ key, since: new Date().toISOString() }, ...earlier],
    secret,
  };
}

function parse(file: string): KeysFile {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeysFile;
  } catch (error) {
    throw new AvowalError('LOG_KEYS_INVALID', { file, problem: (error as Error).message }, error);
  }
}

function read(file: string): LogKeys {
  try {
    const { origin, privateKey, keys, secret } = parse(file);
    const verifierKeys = keys.map(({ key }) => parseVerifierKey(key)).filter((key) => key !== undefined);
    const [verifierKey] = verifierKeys;
    if (!verifierKey || verifierKeys.length < keys.length)
      throw new Error('a public key in it cannot be read');
    if (!/^[\w-]{32,}$/.test(secret)) throw new Error('it has no "secret"');
    const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
    return { origin, signer: { verifierKey, privateKey: key }, verifierKeys, secret };
  } catch (error) {
    if (error instanceof AvowalError) throw error;
    throw new AvowalError('LOG_KEYS_INVALID', { file, problem: (error as Error).message }, error);
  }
}

const write = (file: string, content: KeysFile, replace: boolean) =>
  writeDurably(file, `${JSON.stringify(content, null, 2)}\n`, { replace });

/** The keys in the data folder, readable by their owner only; made at the first start. Throws LOG_KEYS_INVALID and WRITE_FAILED. */
export function loadLogKeys(dataDir: string): LogKeys {
  const file = fileIn(dataDir);
  try {
    return read(file);
  } catch (error) {
    const { cause } = error as { cause?: NodeJS.ErrnoException };
    if (cause?.code !== 'ENOENT') throw error;
  }
  write(file, newKey(newOrigin(), [], randomBytes(32).toString('base64url')), false);
  return read(file);
}

/** Makes a new key that signs from now on, and keeps the public part of those before. Throws LOG_KEYS_INVALID and WRITE_FAILED. */
export function rotateLogKey(dataDir: string): LogKeys {
  const file = fileIn(dataDir);
  const { origin, keys, secret } = parse(file);
  write(file, newKey(origin, keys, secret), true);
  return read(file);
}

/** Gives the log a new name and key, for a history that contradicts what the old name signed; keeps the public keys. Throws as rotateLogKey. */
export function renameLog(dataDir: string): LogKeys {
  const file = fileIn(dataDir);
  const { keys, secret } = parse(file);
  write(file, newKey(newOrigin(), keys, secret), true);
  return read(file);
}
