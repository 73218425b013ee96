import { addMonths } from '../../model/calendar.ts';
import type { Site } from '../sites/site-registry.ts';
import type { RecordStore } from '../stores/record-store.ts';

/** About 5 ms: the intake never waits longer for a chunk. */
const CHUNK = 100;

async function eraseAll(eraseChunk: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const erased = await eraseChunk();
    total += erased;
    if (erased < CHUNK) return total;
  }
}

/** Erases the records of a site that ended longer ago than its configuration keeps them; returns how many (PRF-006). */
export async function eraseEnded(store: RecordStore, site: Pick<Site, 'config'>, now: Date): Promise<number> {
  const endedBefore = addMonths(now, -site.config.retentionMonths);
  const total = await eraseAll(() => store.eraseEnded(site.config.site.id, endedBefore, CHUNK));
  if (total > 0) await store.scrub('journal');
  return total;
}

/** Erases every record of a consent id in a site without a trace; returns how many (PRF-007). */
export async function eraseConsent(store: RecordStore, site: string, consentId: string): Promise<number> {
  const total = await eraseAll(() => store.eraseConsent(site, consentId, CHUNK));
  if (total > 0) await store.scrub('everything');
  return total;
}
