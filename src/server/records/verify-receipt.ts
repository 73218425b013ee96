import type { Receipt } from '../../model/receipt.ts';
import { canonicalJson } from '../canonical-json.ts';
import { readCosignatures } from '../log/cosignature.ts';
import { hashRecord } from '../log/hash-record.ts';
import { readSignedCheckpoint, type SignedCheckpoint } from '../log/record-log.ts';
import { parseNote, signersOf } from '../log/signed-note.ts';
import { parseVerifierKey, type VerifierKey } from '../log/verifier-key.ts';
import { isConsistent } from '../log/verify-consistency.ts';
import { rootOfInclusion } from '../log/verify-inclusion.ts';

/** One statement about a receipt: proven, refuted, or left to a person. */
export interface ReceiptFinding {
  readonly verdict: 'pass' | 'fail' | 'review';
  readonly statement: string;
}

/** What a receipt is measured by, from elsewhere than the receipt itself. */
export interface ReceiptEvidence {
  readonly keys?: readonly VerifierKey[];
  /** The note of a checkpoint of the same log. */
  readonly checkpoint?: string;
  /** The hashes that lead from the smaller checkpoint to the larger one. */
  readonly consistency?: readonly Uint8Array[];
  /** Witnesses that whoever asks trusts. */
  readonly witnesses?: readonly VerifierKey[];
}

const bytes = (base64: string) => Buffer.from(base64, 'base64');
const equal = (a: Uint8Array | undefined, b: Uint8Array) => a !== undefined && Buffer.compare(a, b) === 0;

function checkInclusion({ record, proof }: Receipt, { size, root }: SignedCheckpoint): ReceiptFinding {
  const { leafIndex, nonce, hashes } = proof;
  const leaf = hashRecord(canonicalJson(record), nonce);
  return equal(rootOfInclusion(leafIndex, size, leaf, hashes.map(bytes)), root)
    ? {
        verdict: 'pass',
        statement: `The record is, to the last character, number ${leafIndex + 1} of the ${size} ${size === 1 ? 'record' : 'records'} that the checkpoint covers.`,
      }
    : {
        verdict: 'fail',
        statement: 'The record is not what the checkpoint covers: record, nonce, place or proof was changed.',
      };
}

function checkSignature(
  note: string,
  named: readonly VerifierKey[] | undefined,
  own: readonly string[],
): ReceiptFinding {
  const keys = named ?? own.map((line) => parseVerifierKey(line)).filter((key) => key !== undefined);
  const parsed = parseNote(note);
  const signers = parsed ? signersOf(parsed, keys) : [];
  const names = signers.map(({ name, id }) => `${name}+${id}`).join(', ');
  if (signers.length === 0) {
    const which = named ? 'a key that you named' : 'the key that the receipt itself holds';
    return { verdict: 'fail', statement: `The checkpoint is not signed with ${which}.` };
  }
  return named
    ? { verdict: 'pass', statement: `The checkpoint is signed with a key that you named: ${names}.` }
    : {
        verdict: 'review',
        statement: `The checkpoint is signed with ${names}. That key stands in the receipt itself, where a forger would put one too: get it from the site with --key URL or --key FILE.`,
      };
}

function checkWitnesses(
  note: string,
  { keys, witnesses }: ReceiptEvidence,
  own: readonly string[],
): readonly ReceiptFinding[] {
  const parsed = parseNote(note);
  if (!parsed) return [];
  if (!witnesses) {
    const names = new Set(
      (keys ?? []).map(({ name }) => name).concat(own.map((line) => line.split('+')[0] ?? '')),
    );
    const others = parsed.signatures.filter(({ name }) => !names.has(name)).length;
    const statement = `Whether others saw the same log: the checkpoint bears ${others} more ${others === 1 ? 'signature' : 'signatures'}. Name the witnesses that you trust with --witnesses FILE.`;
    return others > 0 ? [{ verdict: 'review', statement }] : [];
  }
  return witnesses.map((witness): ReceiptFinding => {
    const { name } = witness;
    const [cosignature] = readCosignatures(parsed, witness);
    if (!cosignature) return { verdict: 'review', statement: `${name} has not co-signed this checkpoint.` };
    return cosignature.isValid
      ? {
          verdict: 'pass',
          statement: `${name} co-signed the checkpoint at ${cosignature.time.toISOString()}: in all that it was shown until then, the log had only grown.`,
        }
      : { verdict: 'fail', statement: `The signature under the name of ${name} is not by that witness.` };
  });
}

function checkHistory(
  own: SignedCheckpoint,
  evidence: ReceiptEvidence,
  receipt: Receipt,
): readonly ReceiptFinding[] {
  if (evidence.checkpoint === undefined) {
    const statement =
      'Whether the log shows everybody the same history: compare with a checkpoint that somebody else got, with --checkpoint FILE.';
    return [{ verdict: 'review', statement }];
  }
  const other = readSignedCheckpoint(evidence.checkpoint);
  const fail = (statement: string): readonly ReceiptFinding[] => [{ verdict: 'fail', statement }];
  if (!other) return fail('The checkpoint that you named is none.');
  if (other.origin !== own.origin) {
    return fail(`The checkpoint that you named is of another log: ${other.origin}, not ${own.origin}.`);
  }
  if (checkSignature(other.note, evidence.keys, receipt.proof.keys).verdict === 'fail') {
    return fail('The checkpoint that you named is not signed with the key of the log.');
  }
  const [from, to] = own.size <= other.size ? [own, other] : [other, own];
  if (from.size < to.size && evidence.consistency === undefined) {
    const query = `/api/v1/log/proof/consistency?from=${from.size}&to=${to.size}`;
    const statement = `Whether the log only grew between ${from.size} and ${to.size} records: get ${query} from the server and name it with --consistency FILE.`;
    return [{ verdict: 'review', statement }];
  }
  return isConsistent(from, to, from.size === to.size ? [] : (evidence.consistency ?? []))
    ? [{ verdict: 'pass', statement: 'The receipt and the checkpoint that you named tell one history.' }]
    : fail(
        'The receipt and the checkpoint that you named contradict each other: the log shows two histories, or the proof was changed.',
      );
}

/** What a receipt proves and what it does not. */
export function verifyReceipt(receipt: Receipt, evidence: ReceiptEvidence): readonly ReceiptFinding[] {
  const checkpoint = readSignedCheckpoint(receipt.proof.checkpoint);
  if (!checkpoint) return [{ verdict: 'fail', statement: 'The checkpoint in the receipt is none.' }];
  return [
    checkInclusion(receipt, checkpoint),
    checkSignature(checkpoint.note, evidence.keys, receipt.proof.keys),
    ...checkWitnesses(checkpoint.note, evidence, receipt.proof.keys),
    ...checkHistory(checkpoint, evidence, receipt),
    {
      verdict: 'review',
      statement:
        'Whether the times are right: they are those of the server that signed. The checkpoint only shows which records came before it.',
    },
    {
      verdict: 'review',
      statement: 'Who the visitor was: the record holds a random consent id and nothing about a person.',
    },
    {
      verdict: 'review',
      statement:
        'What stood on the screen: the record names texts, configuration and script by SHA-256. Whoever runs the site keeps them and can show them; compare the hashes.',
    },
  ];
}
