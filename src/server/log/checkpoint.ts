import { HASH_BYTES } from './merkle-hash.ts';
import type { TreeHead } from './verify-consistency.ts';

/** Head of a log at one size (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** Name of the log. */
  readonly origin: string;
}

/** The text that is signed. */
export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

/** Reads the text of a note; `undefined` where it is no checkpoint. Lines that extend it are left alone. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', base64 = '', ...extensions] = text.split('\n');
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size) || extensions.pop() !== '') return undefined;
  const root = Buffer.from(base64, 'base64');
  if (root.length !== HASH_BYTES || root.toString('base64') !== base64 || extensions.includes(''))
    return undefined;
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root } : undefined;
}
