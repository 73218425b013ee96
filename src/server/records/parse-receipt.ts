import type { Receipt } from '../../model/receipt.ts';

/** Longer than any receipt: a record has at most 16 KB. */
const MAX_LENGTH = 1_000_000;
/** More than any log of records has levels. */
const MAX_HASHES = 64;
const HASH = /^[A-Za-z0-9+/]{43}=$/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isListOf = (value: unknown, most: number, isOne: (item: unknown) => boolean) =>
  Array.isArray(value) && value.length <= most && value.every(isOne);

const isText = (value: unknown, pattern = /^/) => typeof value === 'string' && pattern.test(value);

function findProblem(value: unknown): string | undefined {
  if (!isObject(value)) return 'it holds no JSON object';
  if (value.schema !== 'avowal/receipt@1') return 'its "schema" is not "avowal/receipt@1"';
  const { record, proof } = value;
  if (!isObject(record)) return 'it has no "record"';
  if (!isObject(proof)) return 'it has no "proof"';
  if (!isText(proof.nonce, /^[0-9a-f]{32}$/)) return '"proof.nonce" is not 32 hex digits';
  if (!Number.isSafeInteger(proof.leafIndex)) return '"proof.leafIndex" is no whole number';
  if (!isListOf(proof.hashes, MAX_HASHES, (hash) => isText(hash, HASH))) {
    return '"proof.hashes" is not a list of SHA-256 hashes';
  }
  if (!isText(proof.checkpoint)) return '"proof.checkpoint" is no text';
  if (!isListOf(proof.keys, 1000, (key) => isText(key))) return '"proof.keys" is not a list of keys';
  return undefined;
}

/** Reads a receipt that anybody may have written; a text says why it is none. */
export function parseReceipt(text: string): Receipt | string {
  if (text.length > MAX_LENGTH) return 'it is longer than any receipt';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `it is not JSON: ${(error as Error).message}`;
  }
  return findProblem(value) ?? (value as Receipt);
}
