import { verify } from 'node:crypto';
import type { Note } from './signed-note.ts';
import { toKeyObject, type VerifierKey } from './verifier-key.ts';

/** The signature of a witness: by that time, the tree was the largest that it had seen of the log, and held all others. */
export interface Cosignature {
  readonly time: Date;
  readonly isValid: boolean;
}

const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** What an Ed25519 witness signs over a note (C2SP tlog-cosignature); time in seconds since 1970. */
const cosignedText = (text: string, time: number): string => `cosignature/v1\ntime ${time}\n${text}`;

/** The signatures of a witness under a note. */
export function readCosignatures({ text, signatures }: Note, witness: VerifierKey): readonly Cosignature[] {
  return signatures
    .filter(({ name, keyId }) => name === witness.name && keyId === witness.id)
    .map(({ bytes }) => {
      if (bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return { time: new Date(0), isValid: false };
      const seconds = Number(Buffer.from(bytes).readBigUInt64BE());
      // A date can hold no more than this.
      if (seconds > 8.64e12) return { time: new Date(0), isValid: false };
      const signed = Buffer.from(cosignedText(text, seconds));
      const isValid = verify(null, signed, toKeyObject(witness), bytes.subarray(TIME_BYTES));
      return { time: new Date(seconds * 1000), isValid };
    });
}
