import type { ConsentRecord } from '../model/consent-record.ts';
import type { RecordStore } from '../server/stores/record-store.ts';

const PAGE = 1000;

/** The moment just after a time, so that records of the same millisecond are not lost between two pages. */
const justAfter = (time: string) => new Date(Date.parse(time) + 1).toISOString();

/** Every record of a site, newest first; with `consentId` those of one visitor. */
export async function allRecords(
  store: RecordStore,
  site: string,
  consentId?: string,
): Promise<readonly ConsentRecord[]> {
  const found = new Map<string, ConsentRecord>();
  let limit = PAGE;
  let before: string | undefined;
  for (;;) {
    const page = await store.listRecords(site, {
      limit,
      ...(before !== undefined && { before }),
      ...(consentId !== undefined && { consentId }),
    });
    const known = found.size;
    for (const record of page) found.set(record.id, record);
    const last = page.at(-1);
    if (!last || page.length < limit) return [...found.values()];
    // A whole page of one millisecond: only a larger page gets past it.
    if (found.size === known) limit *= 2;
    before = justAfter(last.receivedAt);
  }
}
