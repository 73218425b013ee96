import { addMonths } from '../../model/calendar.ts';
import type { Site } from '../sites/site-registry.ts';
import type { RecordStore } from '../stores/record-store.ts';

/** Few enough that the intake never waits long for a chunk. */
const CHUNK = 1000;

/** Deletes the records of a site that ended longer ago than its configuration keeps them; returns how many (PRF-006). */
export async function purgeEnded(store: RecordStore, site: Site, now: Date): Promise<number> {
  const endedBefore = addMonths(now, -site.config.retentionMonths);
  let total = 0;
  for (;;) {
    const deleted = await store.purgeRecords(site.config.site.id, endedBefore, CHUNK);
    total += deleted;
    if (deleted < CHUNK) return total;
  }
}
