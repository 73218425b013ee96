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

type Counted = Pick<ConsentRecord, 'site' | 'receivedAt' | 'layer' | 'action' | 'purposes'>;

/** What roll-ups take from a record, as a text: of the records of a moment, most have the same. */
export const tallyOf = ({ site, receivedAt, layer, action, purposes }: Counted): string =>
  JSON.stringify({ site, receivedAt: receivedAt.slice(0, 10), layer, action, purposes });

function kindsOf({ layer, action, purposes }: Counted): readonly (readonly [DailyCount['kind'], string])[] {
  // Nobody was asked: it is the same answer.
  if (layer === 'handover') return [];
  if (action === 'withdraw' || action === 'gpc') return [['action', action]];
  return [['action', action], ...Object.entries(purposes).map(([name, answer]) => [answer, name] as const)];
}

/** What records with these {@link tallyOf | tallies} add to the roll-ups. */
export function countsOf(tallies: readonly string[]): readonly DailyCount[] {
  const times = new Map<string, number>();
  for (const tally of tallies) times.set(tally, (times.get(tally) ?? 0) + 1);
  const counts = new Map<string, DailyCount>();
  for (const [tally, more] of times) {
    const counted = JSON.parse(tally) as Counted;
    const { site, receivedAt: day } = counted;
    for (const [kind, name] of kindsOf(counted)) {
      const key = JSON.stringify([site, day, kind, name]);
      counts.set(key, { site, day, kind, name, count: (counts.get(key)?.count ?? 0) + more });
    }
  }
  return [...counts.values()];
}
