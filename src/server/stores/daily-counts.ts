import type { ConsentRecord } from '../../model/consent-record.ts';

/** By how much a roll-up grows. */
export interface DailyCount {
  readonly site: string;
  /** UTC, `2026-11-23`. */
  readonly day: string;
  readonly kind: 'action' | 'granted' | 'denied';
  readonly name: string;
  readonly count: number;
}

function kindsOf({
  layer,
  action,
  purposes,
}: ConsentRecord): readonly (readonly [DailyCount['kind'], string])[] {
  // Nobody was asked: it is the same answer.
  if (layer === 'handover') return [];
  if (action === 'withdraw' || action === 'gpc') return [['action', action]];
  return [['action', action], ...Object.entries(purposes).map(([name, answer]) => [answer, name] as const)];
}

/** What some records add to the roll-ups. */
export function countsOf(records: readonly ConsentRecord[]): readonly DailyCount[] {
  const counts = new Map<string, DailyCount>();
  for (const record of records) {
    const { site, receivedAt } = record;
    const day = receivedAt.slice(0, 10);
    for (const [kind, name] of kindsOf(record)) {
      const key = JSON.stringify([site, day, kind, name]);
      counts.set(key, { site, day, kind, name, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()];
}
