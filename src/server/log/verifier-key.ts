import { createPublicKey, hash, type KeyObject } from 'node:crypto';

const ED25519 = 1;

/** A public key of a log, as C2SP signed-note names it: notes are signed by name and id together. */
export interface VerifierKey {
  /** Name of the log, without spaces and plus. */
  readonly name: string;
  /** First four bytes (hex) of a hash over name and key. */
  readonly id: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Names a public key. */
export function makeVerifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey]);
  return { name, id: hash('sha256', named).slice(0, 8), publicKey };
}

/** `name+id+base64` on one line, as C2SP signed-note writes a key. */
export const formatVerifierKey = ({ name, id, publicKey }: VerifierKey): string =>
  `${name}+${id}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString('base64')}`;

/** Reads such a line; `undefined` where it is not the line of an Ed25519 key. */
export function parseVerifierKey(line: string): VerifierKey | undefined {
  const [, name = '', id, base64 = ''] =
    /^([^\s+]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44})$/.exec(line) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 33 || bytes[0] !== ED25519) return undefined;
  const key = makeVerifierKey(name, bytes.subarray(1));
  return key.id === id && formatVerifierKey(key) === line ? key : undefined;
}

/** The key as `node:crypto` takes it. */
export const toKeyObject = ({ publicKey }: VerifierKey): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
