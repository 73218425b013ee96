import type { ConsentRecord } from '../../model/consent-record.ts';
import { ProblemError } from '../problem.ts';
import type { RecordStore } from '../stores/record-store.ts';

/** More hand-overs of one answer than anybody makes. */
const MOST_CARRIED = 100;

/** The record of the answer that a visitor may take along: the latest, on whatever domain it was given. Throws ProblemError. */
export async function findSource(
  store: RecordStore,
  site: string,
  id: string,
  consentId: string,
): Promise<ConsentRecord> {
  const found = await store.findRecord([site], id);
  // What came along from elsewhere leads back to the answer itself.
  const record = found?.handover ? await store.findRecord([site], found.handover.record) : found;
  if (record?.consentId !== consentId)
    throw new ProblemError('not-found', 'There is no record of this choice.');
  const records = await store.listRecords(site, { consentId, limit: MOST_CARRIED });
  const latest = records.find(({ handover }) => !handover);
  if (latest?.id !== record.id) throw new ProblemError('handover-outdated');
  return record;
}
