import { planRoot } from '../../log/proof-plan.ts';
import { readHashes } from '../../log/read-hashes.ts';
import { readSignedCheckpoint } from '../../log/record-log.ts';
import { parseNote, signersOf } from '../../log/signed-note.ts';
import type { VerifierKey } from '../../log/verifier-key.ts';
import type { LogStore } from '../../stores/log-store.ts';

/** Verifies a checkpoint that was signed once against the log of today; returns what is wrong. */
export async function auditCheckpoint(
  store: LogStore,
  note: string,
  keys: readonly VerifierKey[],
): Promise<string | undefined> {
  const checkpoint = readSignedCheckpoint(note);
  const parsed = parseNote(note);
  if (!checkpoint || !parsed) return 'A checkpoint that is kept cannot be read.';
  const name = `The checkpoint at ${checkpoint.size} records`;
  if (signersOf(parsed, keys).length === 0) return `${name} is not signed with a key of this log.`;
  const size = await store.logSize();
  if (checkpoint.size > size) return `${name} is ahead of the log, which has ${size}.`;
  try {
    const [root] = await readHashes(planRoot(checkpoint.size), store.readTiles);
    return root && Buffer.compare(root, checkpoint.root) === 0
      ? undefined
      : `${name} is not that of the log.`;
  } catch (error) {
    return `${name} cannot be compared: ${(error as Error).message}.`;
  }
}
