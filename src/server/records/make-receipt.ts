import { randomUUID } from 'node:crypto';
import type { Receipt } from '../../model/receipt.ts';
import { planInclusion } from '../log/proof-plan.ts';
import type { RecordLog } from '../log/record-log.ts';
import { formatVerifierKey } from '../log/verifier-key.ts';
import type { KeptEntry } from '../stores/log-store.ts';

/** Makes the receipt of a record; signs the log anew where its last checkpoint is older than the record. */
export async function makeReceipt(
  { record, leafIndex, nonce }: KeptEntry,
  log: RecordLog,
  now: Date,
): Promise<Receipt> {
  const checkpoint = await log.checkpoint(leafIndex + 1);
  const hashes = await log.hashes(planInclusion(leafIndex, checkpoint.size));
  const keys = log.keys().verifierKeys.map(formatVerifierKey);
  return {
    schema: 'avowal/receipt@1',
    id: randomUUID(),
    createdAt: now.toISOString(),
    record,
    proof: { nonce, leafIndex, hashes, checkpoint: checkpoint.note, keys },
  };
}
