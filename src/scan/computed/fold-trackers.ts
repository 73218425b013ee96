import { type ObservedTracker, SCENARIOS } from '../../model/inventory.ts';
import type { Service } from '../../model/service.ts';
import { isCookie } from '../../model/tracker.ts';
import type { Observation, PageRecord } from '../observation.ts';
import { classifyTracker } from './classify-tracker.ts';
import { evidenceOf } from './evidence-of.ts';
import { foldName, foldSeries } from './fold-name.ts';
import { partyOf } from './party.ts';

/** A tracker with the service that knowledge names for it. */
export interface FoundTracker {
  readonly tracker: ObservedTracker;
  readonly service: Service | undefined;
}

interface Seen {
  readonly observation: Observation;
  readonly record: PageRecord;
}

const MOST_EXAMPLES = 5;

/** A cookie is one tracker, whether a header or a script wrote it. */
const family = ({ kind }: Observation) => (isCookie(kind) ? 'cookie' : kind);

/** A pixel's name begins with its host, which is no id. */
function ownPattern({ kind, name, host }: Observation): string {
  return kind === 'pixel' ? host + foldName(name.slice(host.length)) : foldName(name);
}

const longest = (a: Observation, b: Observation) =>
  (b.lifetimeSeconds ?? -1) > (a.lifetimeSeconds ?? -1) ? b : a;

function toTracker(pattern: string, group: readonly Seen[], siteHost: string): FoundTracker | undefined {
  const [first] = group;
  if (!first) return undefined;
  const { kind, host } = first.observation;
  const party = partyOf(host, siteHost);
  const observations = group.map(({ observation }) => observation);
  const names = [...new Set(observations.map(({ name }) => name))];
  const evidence = evidenceOf(group);
  const initiators = evidence.find((item) => item.initiators.length > 0)?.initiators ?? [];
  const found = classifyTracker({ name: names[0] ?? pattern, kind, host, party, initiators });
  const name = found.classification.source === 'tracker' ? found.name : pattern;
  const { lifetimeSeconds, attributes } = observations.reduce(longest);
  const seen = new Set(group.map(({ record }) => record.visit.scenario));
  const hashes = new Set(observations.map(({ valueHash }) => valueHash).filter(Boolean));
  return {
    service: found.service,
    tracker: {
      name,
      kind,
      host,
      party,
      lifetimeSeconds,
      ...(attributes && { attributes }),
      purpose: found.purpose,
      service: found.service?.id ?? (party === 'third' ? `host:${host}` : null),
      classification: found.classification,
      seen: Object.fromEntries(SCENARIOS.filter((id) => seen.has(id)).map((id) => [id, true])),
      valueBytes: Math.max(...observations.map(({ valueBytes }) => valueBytes)),
      valueHashes: [...hashes].slice(0, 5),
      ...(name.includes('*') && { examples: names.slice(0, MOST_EXAMPLES) }),
      evidence,
    },
  };
}

/** The pattern of each observation: knowledge's own where it knows the name, else ours. */
function patternOf(observation: Observation, siteHost: string): string {
  const { kind, name, host } = observation;
  const known = classifyTracker({ name, kind, host, party: partyOf(host, siteHost), initiators: [] });
  return known.classification.source === 'tracker' ? known.name : ownPattern(observation);
}

/** Puts the observations of all pages together: one tracker for each name (or pattern), family of kinds, and host. */
export function foldTrackers(records: readonly PageRecord[], siteHost: string): FoundTracker[] {
  const cache = new Map<string, string>();
  const seen: (Seen & { readonly place: string; readonly pattern: string })[] = [];
  for (const record of records) {
    for (const observation of record.observations) {
      const place = `${family(observation)}\0${observation.host}`;
      const key = `${place}\0${observation.name}`;
      const pattern = cache.get(key) ?? patternOf(observation, siteHost);
      cache.set(key, pattern);
      seen.push({ observation, record, place, pattern });
    }
  }
  const groups = [...Map.groupBy(seen, ({ place }) => place).values()].flatMap((members) => {
    const series = foldSeries(members.map(({ pattern }) => pattern));
    return [...Map.groupBy(members, ({ pattern }) => series.get(pattern) ?? pattern)];
  });
  return groups
    .flatMap(([pattern, group]) => toTracker(pattern, group, siteHost) ?? [])
    .sort(({ tracker: a }, { tracker: b }) =>
      `${a.host}\0${a.name}\0${a.kind}` < `${b.host}\0${b.name}\0${b.kind}` ? -1 : 1,
    );
}
