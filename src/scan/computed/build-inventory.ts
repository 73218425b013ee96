import { services } from '../../knowledge/services/index.ts';
import { type HostAlias, type Inventory, type PageVisit, SCENARIOS } from '../../model/inventory.ts';
import type { Journal } from '../journal.ts';
import type { PageRecord } from '../observation.ts';
import { foldActs } from './fold-acts.ts';
import { foldRequests } from './fold-requests.ts';
import { foldSignals } from './fold-signals.ts';
import { foldTrackers } from './fold-trackers.ts';
import { listServices } from './list-services.ts';

/** What the records do not say. */
export interface InventoryFacts {
  readonly finishedAt: string;
  readonly complete: boolean;
  readonly browser: string;
  readonly aliases: readonly HostAlias[];
}

const withoutFragment = (url: string) => url.replace(/#.*/, '');

/** Says of each page after a refusal, when the notice is gone, whether it links to a policy that the scan knows. */
function pageVisit({ visit, links }: PageRecord, results: Journal['results']): PageVisit {
  const policies = results.flatMap((result) => result.policies ?? []);
  if (visit.scenario !== 'reject' || policies.length === 0) return visit;
  const known = new Set(policies.flatMap(({ link, url }) => [link.url, url]).map(withoutFragment));
  return { ...visit, linksToPolicy: [visit.url, ...links].some((url) => known.has(withoutFragment(url))) };
}

const rank = ({ visit }: PageRecord) => SCENARIOS.indexOf(visit.scenario);

/** What a scan found, worked out from its journal alone: the same records give the same inventory. */
export function buildInventory({ head, records, results }: Journal, facts: InventoryFacts): Inventory {
  // Two scenarios write the journal at the same time.
  const ordered = records.toSorted((a, b) => rank(a) - rank(b));
  const site = new URL(ordered[0]?.finalUrl ?? head.urls[0] ?? '');
  const trackers = foldTrackers(ordered, site.hostname);
  const cloaked = new Map(
    facts.aliases.map(({ host, service }) => [host, services.find(({ id }) => id === service)]),
  );
  const requests = foldRequests(ordered, site.hostname, cloaked);
  const acts = foldActs(ordered, site.hostname);
  const unfinished = head.scenarios.filter((id) => !results.some(({ scenario }) => scenario === id));
  return {
    schema: 'avowal/inventory@1',
    site: site.origin,
    startedAt: head.startedAt,
    ...facts,
    scenarios: [
      ...results,
      ...unfinished.map((scenario) => ({ scenario, outcome: 'interrupted' as const })),
    ].sort((a, b) => SCENARIOS.indexOf(a.scenario) - SCENARIOS.indexOf(b.scenario)),
    pages: ordered.filter(({ isReturn }) => !isReturn).map((record) => pageVisit(record, results)),
    trackers: trackers.map(({ tracker }) => tracker),
    requests: requests.map(({ summary }) => summary),
    acts: acts.map(({ act }) => act),
    services: listServices([
      ...trackers.map(({ tracker, service }) => ({ id: tracker.service, host: tracker.host, service })),
      ...requests.map(({ summary, service }) => ({ id: summary.service, host: summary.host, service })),
      ...acts.map(({ act, service }) => ({ id: act.service, host: act.host, service })),
    ]),
    signals: foldSignals(ordered),
    problems: ordered.flatMap(({ problems }) => problems),
  };
}
