import type { ConsentRecord } from '../../../model/consent-record.ts';
import type { RecordStore } from '../../stores/record-store.ts';

const PAGE = 500;

/** Every record of a site, newest first, one page in memory at a time; with a consent id those of one visitor. */
export async function* eachRecord(
  store: Pick<RecordStore, 'listRecords'>,
  site: string,
  consentId?: string,
): AsyncGenerator<ConsentRecord> {
  let last: ConsentRecord | undefined;
  for (;;) {
    const page: readonly ConsentRecord[] = await store.listRecords(site, {
      limit: PAGE,
      ...(last && { before: last.receivedAt, beforeId: last.id }),
      ...(consentId !== undefined && { consentId }),
    });
    yield* page;
    if (page.length < PAGE) return;
    last = page.at(-1);
  }
}

/** The records of one visitor, newest first: few enough to hold at once. */
export async function recordsOfConsent(
  store: Pick<RecordStore, 'listRecords'>,
  site: string,
  consentId: string,
): Promise<readonly ConsentRecord[]> {
  const records: ConsentRecord[] = [];
  for await (const record of eachRecord(store, site, consentId)) records.push(record);
  return records;
}
