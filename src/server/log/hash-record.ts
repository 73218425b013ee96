import { hashLeaf } from './merkle-hash.ts';

/**
 * Hash of a record in the log: over canonical JSON (RFC 8785) of `{ nonce, record }`. `recordJson` is canonical already; the
 * nonce, 16 random bytes in hex, keeps who sees only the hash from finding the record by trying.
 */
export const hashRecord = (recordJson: string, nonce: string): Buffer =>
  hashLeaf(`{"nonce":"${nonce}","record":${recordJson}}`);
