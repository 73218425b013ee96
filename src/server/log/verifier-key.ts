import { createPublicKey, hash, type KeyObject } from 'node:crypto';

/** What an Ed25519 key signs: the notes of its own log, or with a time what it saw of others' (C2SP tlog-cosignature). */
export const KEY_TYPES = { log: 1, witness: 4 } as const;

/** A public key of a log or a witness, as C2SP signed-note names it: notes are signed by name and id together. */
export interface VerifierKey {
  readonly type: keyof typeof KEY_TYPES;
  /** Name of the log or witness, without spaces and plus. */
  readonly name: string;
  /** First four bytes (hex) of a hash over name and key. */
  readonly id: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Names a public key. */
export function makeVerifierKey(
  name: string,
  publicKey: Uint8Array,
  type: VerifierKey['type'] = 'log',
): VerifierKey {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(KEY_TYPES[type]), publicKey]);
  return { type, name, id: hash('sha256', named).slice(0, 8), publicKey };
}

/** `name+id+base64` on one line, as C2SP signed-note writes a key. */
export const formatVerifierKey = ({ type, name, id, publicKey }: VerifierKey): string =>
  `${name}+${id}+${Buffer.concat([Buffer.of(KEY_TYPES[type]), publicKey]).toString('base64')}`;

/** Reads such a line; `undefined` where it is not the line of an Ed25519 key of a log, or of a witness where `type` says so. */
export function parseVerifierKey(line: string, type: VerifierKey['type'] = 'log'): VerifierKey | undefined {
  const [, name = '', id, base64 = ''] =
    /^([^\s+]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44})$/.exec(line) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 33 || bytes[0] !== KEY_TYPES[type]) return undefined;
  const key = makeVerifierKey(name, bytes.subarray(1), type);
  return key.id === id && formatVerifierKey(key) === line ? key : undefined;
}

/** The key as `node:crypto` takes it. */
export const toKeyObject = ({ publicKey }: VerifierKey): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
