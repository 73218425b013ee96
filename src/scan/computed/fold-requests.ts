import { identifyHost } from '../../knowledge/identify.ts';
import { type RequestSummary, SCENARIOS } from '../../model/inventory.ts';
import type { Service } from '../../model/service.ts';
import type { PageRecord, RequestObservation } from '../observation.ts';
import { partyOf } from './party.ts';

/** The requests of one service to one host. */
export interface FoundRequests {
  readonly summary: RequestSummary;
  readonly service: Service | undefined;
}

interface Made {
  readonly request: RequestObservation;
  readonly record: PageRecord;
  readonly host: string;
  readonly service: Service | undefined;
}

function locate(request: RequestObservation, record: PageRecord): Made[] {
  const url = URL.parse(request.url);
  return url ? [{ request, record, host: url.hostname, service: identifyHost(url) }] : [];
}

/**
 * Puts the requests of all pages together, by host and by the service that the address belongs to; `cloaked` are hosts of
 * the site that stand for a service.
 */
export function foldRequests(
  records: readonly PageRecord[],
  siteHost: string,
  cloaked: ReadonlyMap<string, Service | undefined>,
): FoundRequests[] {
  const made = records
    .flatMap((record) => record.requests.flatMap((request) => locate(request, record)))
    .map((one) => ({ ...one, service: one.service ?? cloaked.get(one.host) }));
  const groups = Map.groupBy(made, ({ host, service }) => `${host}\0${service?.id ?? ''}`);
  return [...groups].sort().flatMap(([, group]) => {
    const [first] = group;
    if (!first) return [];
    const { host, service, request } = first;
    const party = partyOf(host, siteHost);
    const scenarios = new Set(group.map(({ record }) => record.visit.scenario));
    const summary: RequestSummary = {
      host,
      party,
      types: [...new Set(group.map((one) => one.request.type))].sort(),
      count: group.length,
      example: request.url,
      service: service?.id ?? (party === 'third' ? `host:${host}` : null),
      seen: Object.fromEntries(SCENARIOS.filter((id) => scenarios.has(id)).map((id) => [id, true])),
      initiators: request.initiators,
    };
    return [{ summary, service }];
  });
}
