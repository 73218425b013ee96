import type { Evidence, Initiator } from '../../model/inventory.ts';
import type { PageRecord } from '../observation.ts';
import { withoutQuery } from './initiator-chain.ts';

/** Something observed, with the record of the page that it was observed on. */
interface Seen {
  readonly observation: { readonly time: number; readonly initiators: readonly Initiator[] };
  readonly record: PageRecord;
}

const MOST_EVIDENCE = 20;

/** One piece of evidence for each page and scenario, the one that names a cause where there is one. */
export function evidenceOf(group: readonly Seen[]): Evidence[] {
  const places = Map.groupBy(group, ({ record }) => `${record.visit.scenario}\0${record.visit.url}`);
  return [...places.values()].slice(0, MOST_EVIDENCE).flatMap((seen) => {
    const best = seen.find(({ observation }) => observation.initiators.length > 0) ?? seen[0];
    if (!best) return [];
    const { observation, record } = best;
    return {
      page: withoutQuery(record.visit.url),
      scenario: record.visit.scenario,
      time: new Date(observation.time).toISOString(),
      initiators: observation.initiators,
    };
  });
}
