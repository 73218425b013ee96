import { openCheckpointGuard } from '../../src/server/log/checkpoint-guard.ts';
import { loadLogKeys } from '../../src/server/log/log-keys.ts';
import { auditRecords } from '../../src/server/records/audit/audit-records.ts';
import { openStore, type StorePlace } from '../../src/server/stores/open-store.ts';
import type { RecordStore } from '../../src/server/stores/record-store.ts';
import { SITE } from './config.ts';
import type { Load } from './load.ts';

/** What is left after a fault. */
export interface Tally {
  /** Records that a server acknowledged. */
  readonly acknowledged: number;
  /** Those of them that are not in the store. */
  readonly lost: number;
  /** Records that are in the log, or in the counts, more than once. */
  readonly duplicated: number;
  /** What else does not agree: the audit of the log, answers that must not be. */
  readonly problems: readonly string[];
  /** Counts worth reading. */
  readonly notes: readonly string[];
}

const PAGE = 10_000;

/** How often each id stands in the log. */
async function placesOf(store: RecordStore): Promise<ReadonlyMap<string, number>> {
  const places = new Map<string, number>();
  const size = await store.logSize();
  for (let from = 0; from < size; from += PAGE) {
    for (const { id, content } of await store.listEntries(from, PAGE)) {
      if (content !== null) places.set(id, (places.get(id) ?? 0) + 1);
    }
  }
  return places;
}

/** Counts in a store what a client was acknowledged, and audits all of it against the checkpoints that the client saw. */
export async function takeTally(
  place: StorePlace,
  load: Load,
  notes: readonly string[] = [],
): Promise<Tally> {
  const { store, guard } = await openStore(place);
  const own = openCheckpointGuard(place.dataDir);
  try {
    const places = await placesOf(store);
    const counts = await store.countActions(SITE, '2020-01-01');
    const counted = counts.reduce((sum, { count }) => sum + count, 0);
    const seen = [await guard?.last(), await own.last(), ...load.checkpoints].filter(
      (note) => note !== undefined,
    );
    const { problems } = await auditRecords(store, loadLogKeys(place.dataDir).verifierKeys, seen);
    return {
      acknowledged: load.acknowledged.size,
      lost: [...load.acknowledged].filter((id) => !places.has(id)).length,
      duplicated: [...places.values()].filter((n) => n > 1).length + Math.max(0, counted - places.size),
      problems: [...load.problems, ...problems],
      notes: [...notes, `${places.size} records in the log`, `${seen.length} checkpoints compared`],
    };
  } finally {
    own.close();
    await store.close();
  }
}

/** Several tallies as one. */
export const addTallies = (tallies: readonly Tally[]): Tally => ({
  acknowledged: tallies.reduce((sum, one) => sum + one.acknowledged, 0),
  lost: tallies.reduce((sum, one) => sum + one.lost, 0),
  duplicated: tallies.reduce((sum, one) => sum + one.duplicated, 0),
  problems: tallies.flatMap(({ problems }) => problems),
  notes: tallies.flatMap(({ notes }) => notes),
});
