import type { ConsentRecord } from './consent-record.ts';

/** Shows that a record stands in the record log, and that the log vouched for it. */
export interface ReceiptProof {
  /** 32 hex digits that are hashed with the record. */
  readonly nonce: string;
  /** Place in the log, from 0. */
  readonly leafIndex: number;
  /** From the record's hash to the root in the checkpoint (RFC 6962 §2.1.1), base64. */
  readonly hashes: readonly string[];
  /** Signed head of the log (C2SP tlog-checkpoint). */
  readonly checkpoint: string;
  /** Public keys that the server says sign its log, newest first (C2SP signed-note). Whoever relies on one gets it elsewhere. */
  readonly keys: readonly string[];
}

/** What a visitor keeps of a choice: the record, with the proof that it is in the log unchanged (PRF-010). */
export interface Receipt {
  readonly schema: 'avowal/receipt@1';
  /** UUID of this receipt. */
  readonly id: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly record: ConsentRecord;
  readonly proof: ReceiptProof;
}
