import { AvowalError } from '../../model/errors.ts';
import type { LogStore } from '../stores/log-store.ts';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import type { CheckpointGuard } from './checkpoint-guard.ts';
import type { LogKeys } from './log-keys.ts';
import { type HashPlan, planRoot } from './proof-plan.ts';
import { readHashes } from './read-hashes.ts';
import { parseNote, signersOf, signNote } from './signed-note.ts';

/** A head of the log with the note that it is signed in. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: string;
}

/** The log of all records, as others can verify it. */
export interface RecordLog {
  /** A signed head over at least so many leaves: one that witnesses signed too, the last one, or a new one. Throws LOG_CONTRADICTED where the store was set back or changed. */
  checkpoint(leaves?: number): Promise<SignedCheckpoint>;
  /** Signs what came in since the last checkpoint. */
  sign(): Promise<SignedCheckpoint>;
  /** Adds signature lines of witnesses, verified, to a head that was signed here. */
  addCosignatures(checkpoint: SignedCheckpoint, lines: string): Promise<void>;
  /** Hashes of a plan, base64. */
  hashes(plan: HashPlan): Promise<readonly string[]>;
  keys(): LogKeys;
}

/** Where a log is kept and what signs it; `keys` is asked at each signature, so that a new key counts at once. */
export interface RecordLogParts {
  readonly store: LogStore;
  /** All of them must agree. The first one decides which of several servers signs. */
  readonly guards: readonly CheckpointGuard[];
  readonly keys: () => LogKeys;
}

/** Reads the note of a checkpoint without verifying it; `undefined` where it is none. */
export function readSignedCheckpoint(note: string): SignedCheckpoint | undefined {
  const text = parseNote(note)?.text;
  const checkpoint = text === undefined ? undefined : parseCheckpoint(text);
  return checkpoint && { ...checkpoint, note };
}

/** Makes the log of a store. */
export function createRecordLog({ store, guards, keys }: RecordLogParts): RecordLog {
  let current: SignedCheckpoint | undefined;
  /** The last one that bears the signature of a witness. */
  let witnessed: SignedCheckpoint | undefined;
  let signing: Promise<SignedCheckpoint> | undefined;

  const contradiction = (problem: string) => new AvowalError('LOG_CONTRADICTED', { problem });

  async function rootsOf(sizes: readonly number[]): Promise<readonly Uint8Array[]> {
    try {
      return await readHashes(sizes.flatMap(planRoot), store.readTiles);
    } catch (error) {
      throw error instanceof AvowalError ? error : contradiction((error as Error).message);
    }
  }

  function readLast(note: string, origin: string): SignedCheckpoint {
    const last = readSignedCheckpoint(note);
    if (!last) throw contradiction('the last checkpoint cannot be read');
    if (last.origin !== origin)
      throw contradiction(
        `that was of a log "${last.origin}", this is "${origin}"; servers at one database need the same log-keys.json`,
      );
    return last;
  }

  /** Root of the first `size` leaves, which begin with what was signed last. */
  async function rootAfter(lasts: readonly SignedCheckpoint[], size: number): Promise<Uint8Array> {
    const ahead = lasts.find((last) => last.size > size);
    if (ahead) throw contradiction(`that had ${ahead.size} records, the log has ${size}`);
    const [root = new Uint8Array(), ...lastRoots] = await rootsOf([size, ...lasts.map((last) => last.size)]);
    for (const [nth, last] of lasts.entries()) {
      if (!last.root.every((byte, at) => byte === lastRoots[nth]?.[at])) {
        throw contradiction(`the first ${last.size} records are not what was signed`);
      }
    }
    return root;
  }

  async function signOnce(): Promise<SignedCheckpoint | undefined> {
    const { origin, signer } = keys();
    // First the checkpoints, then the size: what was signed was durable before, so the size is never the smaller one.
    const lastNotes: (string | undefined)[] = [];
    for (const guard of guards) lastNotes.push(await guard.last());
    const lasts = lastNotes.filter((note) => note !== undefined).map((note) => readLast(note, origin));
    const size = await store.logSize();
    const root = await rootAfter(lasts, size);
    const [lastNote] = lastNotes;
    const note = lastNote === undefined ? undefined : parseNote(lastNote);
    if (lastNote !== undefined && note && signersOf(note, [signer.verifierKey]).length > 0) {
      const last = readLast(lastNote, origin);
      if (last.size === size) return last;
    }

    const checkpoint = { origin, size, root };
    const signed = { ...checkpoint, note: signNote(formatCheckpoint(checkpoint), [signer]) };
    for (const [nth, guard] of guards.entries()) {
      // Another server may have signed meanwhile: then its checkpoint comes first.
      if (!(await guard.swap(lastNotes[nth], signed.note))) return undefined;
    }
    await store.keepCheckpoint({ size, signedAt: new Date().toISOString(), note: signed.note });
    return signed;
  }

  async function signUntilDone(): Promise<SignedCheckpoint> {
    for (;;) {
      const signed = await signOnce();
      if (signed) return signed;
    }
  }

  const sign = async () => {
    signing ??= signUntilDone().finally(() => {
      signing = undefined;
    });
    const signed = await signing;
    // The same head, and more signatures under it.
    current = witnessed?.note.startsWith(signed.note) ? witnessed : signed;
    return current;
  };

  return {
    checkpoint: async (leaves = 0) => {
      if (witnessed && leaves > 0 && witnessed.size >= leaves) return witnessed;
      let found = current ?? (await sign());
      while (found.size < leaves) found = await sign();
      return found;
    },
    sign,
    addCosignatures: async (checkpoint, lines) => {
      witnessed = { ...checkpoint, note: checkpoint.note + lines };
      if (current?.note === checkpoint.note) current = witnessed;
      const { size, note } = witnessed;
      await store.keepCheckpoint({ size, signedAt: new Date().toISOString(), note });
    },
    hashes: async (plan) =>
      (await readHashes(plan, store.readTiles)).map((hash) => Buffer.from(hash).toString('base64')),
    keys,
  };
}
