import type { Log } from '../log.ts';
import { readCosignatures } from './cosignature.ts';
import { planConsistency } from './proof-plan.ts';
import type { RecordLog, SignedCheckpoint } from './record-log.ts';
import { parseNote } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** Somebody else who signs what they saw of this log, so that it cannot show different people different histories. */
export interface Witness {
  readonly key: VerifierKey;
  /** Submission prefix (C2SP tlog-witness). */
  readonly url: string;
}

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_LENGTH = 10_000;

/** Sends a checkpoint with the proof that it holds what the witness saw last. */
async function send(recordLog: RecordLog, { url }: Witness, { note, size }: SignedCheckpoint, old: number) {
  const proof = await recordLog.hashes(planConsistency(old, size));
  const response = await fetch(`${url}/add-checkpoint`, {
    method: 'POST',
    body: `old ${old}\n${proof.map((hash) => `${hash}\n`).join('')}\n${note}`,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return { status: response.status, text: (await response.text()).slice(0, MAX_ANSWER_LENGTH) };
}

/** The signature lines of a witness under a checkpoint. Throws where it did not sign. */
async function ask(
  recordLog: RecordLog,
  witness: Witness,
  checkpoint: SignedCheckpoint,
  lastSize: number,
): Promise<string> {
  let answer = await send(recordLog, witness, checkpoint, Math.min(lastSize, checkpoint.size));
  const seen = Number(/^(\d{1,15})\n$/.exec(answer.text)?.[1] ?? Number.NaN);
  if (answer.status === 409) {
    if (seen > checkpoint.size) throw new Error(`it has seen ${seen} records, this checkpoint has fewer`);
    if (Number.isSafeInteger(seen)) answer = await send(recordLog, witness, checkpoint, seen);
  }
  if (answer.status === 409 || answer.status === 422)
    throw new Error('it has seen another history of this log');
  if (answer.status === 404 || answer.status === 403) throw new Error('it does not know this log or its key');
  if (answer.status !== 200) throw new Error(`it answered ${answer.status}`);
  const own = answer.text.split(/(?<=\n)/).filter((line) => {
    const note = parseNote(`${parseNote(checkpoint.note)?.text}\n${line}`);
    return note && readCosignatures(note, witness.key).some(({ isValid }) => isValid);
  });
  if (own.length === 0) throw new Error('what it answered is not its signature');
  return own.join('');
}

/** Lets witnesses sign the last checkpoint, each time it is called, where they have not yet; a failure is told once. */
export function askWitnesses(
  recordLog: RecordLog,
  witnesses: readonly Witness[],
  log: Log,
): () => Promise<void> {
  const sizes = new Map<Witness, number>();
  const failing = new Set<Witness>();
  let isAsking = false;

  async function askAll(): Promise<void> {
    const checkpoint = await recordLog.checkpoint();
    const note = parseNote(checkpoint.note);
    if (!note || checkpoint.size === 0) return;
    const asked = witnesses.filter(({ key }) => readCosignatures(note, key).length === 0);
    const answers = await Promise.all(
      asked.map(async (witness) => {
        const name = witness.key.name;
        try {
          const lines = await ask(recordLog, witness, checkpoint, sizes.get(witness) ?? 0);
          sizes.set(witness, checkpoint.size);
          if (failing.delete(witness)) log('info', 'witness signs again', { witness: name });
          return lines;
        } catch (error) {
          if (!failing.has(witness))
            log('warn', 'witness did not sign', { witness: name, problem: (error as Error).message });
          failing.add(witness);
          return '';
        }
      }),
    );
    const lines = answers.join('');
    if (lines !== '') await recordLog.addCosignatures(checkpoint, lines);
  }

  return async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      await askAll();
    } catch (error) {
      log('error', 'witnesses were not asked', { problem: (error as Error).message });
    } finally {
      isAsking = false;
    }
  };
}
