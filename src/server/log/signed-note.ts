import { type KeyObject, sign, verify } from 'node:crypto';
import { toKeyObject, type VerifierKey } from './verifier-key.ts';

/** Longer notes are no checkpoints: there is room for over 16 signatures. */
const MAX_NOTE_LENGTH = 100_000;

/** One signature line of a note. */
interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly bytes: Uint8Array;
}

/** A text with its signatures, none of them verified yet. */
export interface Note {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A private key with the name that it signs under. */
export interface Signer {
  readonly verifierKey: VerifierKey;
  readonly privateKey: KeyObject;
}

/** Signs a text that ends with a newline (C2SP signed-note). */
export function signNote(text: string, signers: readonly Signer[]): string {
  const lines = signers.map(({ verifierKey: { name, id }, privateKey }) => {
    const bytes = Buffer.concat([Buffer.from(id, 'hex'), sign(null, Buffer.from(text), privateKey)]);
    return `— ${name} ${bytes.toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

function parseSignature(line: string): NoteSignature | undefined {
  const [, name, base64 = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (name === undefined || bytes.length < 5) return undefined;
  return { name, keyId: bytes.toString('hex', 0, 4), bytes: bytes.subarray(4) };
}

/** Takes a note apart; `undefined` where it is none. */
export function parseNote(note: string): Note | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids exactly these.
  if (note.length > MAX_NOTE_LENGTH || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return undefined;
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures = lines.map(parseSignature).filter((signature) => signature !== undefined);
  return signatures.length === lines.length ? { text: note.slice(0, end + 1), signatures } : undefined;
}

/** Those of the keys that signed a note. One bad signature by a key that is known makes the whole note worthless. */
export function signersOf({ text, signatures }: Note, keys: readonly VerifierKey[]): readonly VerifierKey[] {
  const found: VerifierKey[] = [];
  for (const { name, keyId, bytes } of signatures) {
    const key = keys.find((known) => known.name === name && known.id === keyId);
    if (!key) continue;
    if (!verify(null, Buffer.from(text), toKeyObject(key), bytes)) return [];
    if (!found.includes(key)) found.push(key);
  }
  return found;
}
