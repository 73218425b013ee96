import { mergeServices } from '../../knowledge/config/merge-services.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { isOutsideEea } from '../../knowledge/is-outside-eea.ts';
import { regionName } from '../../knowledge/region-name.ts';
import { services as knownServices } from '../../knowledge/services/index.ts';
import type { AuditEvidence } from '../../model/audit-report.ts';
import { type InventoryService, SCENARIOS } from '../../model/inventory.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { pagesEvidence, requestEvidence, scenarioEvidence, trackerEvidence } from '../judge/evidence.ts';

const MOST = 5;

/** Seat of a service's provider by knowledge; empty where nobody knows it. */
const seatOf = ({ id }: InventoryService) =>
  knownServices.find((known) => known.id === id)?.provider.country ?? '';

/** Seats that the policy names, because the configuration declares the service. */
function seatsDeclared({ config, inventory }: AuditInput): (service: InventoryService) => string | undefined {
  if (!config) return () => undefined;
  const { ids } = mergeServices(config, inventory);
  const { services } = resolveConfig(config);
  return ({ id }) => services.find((service) => service.id === ids.get(id))?.provider.country || undefined;
}

function evidenceOf({ inventory }: AuditInput, services: readonly InventoryService[]): AuditEvidence[] {
  const isTheirs = (id: string | null) => services.some((service) => service.id === id);
  const requests = inventory.requests.filter(({ service }) => isTheirs(service));
  const trackers = inventory.trackers.filter(({ service }) => isTheirs(service));
  return [
    { text: `hosts ${services.flatMap(({ hosts }) => hosts).join(', ')}` },
    ...requests.map((request) => {
      const scenario = SCENARIOS.find((id) => request.seen[id]);
      return requestEvidence(request, scenario ?? 'none');
    }),
    ...trackers.flatMap((tracker) => trackerEvidence(tracker, SCENARIOS).slice(0, 1)),
  ].slice(0, MOST);
}

function judge(input: AuditInput): readonly Judgement[] {
  const { inventory } = input;
  const declared = seatsDeclared(input);
  const abroad = inventory.services
    .map((service) => ({ service, named: declared(service), country: declared(service) ?? seatOf(service) }))
    .filter(({ country }) => isOutsideEea(country));
  const visited = pagesEvidence(inventory, 'accept').concat(pagesEvidence(inventory, 'none')).slice(0, MOST);
  if (visited.length === 0 || abroad.length === 0)
    return [
      {
        verdict: visited.length === 0 ? 'inapplicable' : 'pass',
        subject: 'countries',
        message:
          visited.length === 0
            ? 'The scan visited no page.'
            : 'No company was seen that is known to sit outside the European Economic Area.',
        evidence: visited.length === 0 ? [scenarioEvidence(inventory, 'none')] : visited,
      },
    ];
  const unnamed = abroad.filter(({ named }) => named === undefined);
  const groups = [...Map.groupBy(unnamed, ({ country }) => country)].sort(([a], [b]) => (a < b ? -1 : 1));
  if (groups.length === 0)
    return [
      {
        verdict: 'pass',
        subject: 'countries',
        message: `The configuration, and so the policy, names the seat of each of the ${abroad.length} services abroad that were seen.`,
        evidence: visited,
      },
    ];
  return groups.map(([country, members]) => ({
    verdict: 'review',
    subject: `country ${country}`,
    message: `Data goes to ${members.map(({ service }) => service.name).join(', ')} in ${regionName(country, 'en')}, outside the European Economic Area.`,
    evidence: evidenceOf(
      input,
      members.map(({ service }) => service),
    ),
    todo: 'Look on what the transfer rests (GDPR Art. 45, 46 or 49), and name recipient and country in the policy.',
  }));
}

const audit: Audit = {
  id: 'third-country-transfers',
  title: 'Recipients outside the European Economic Area are named',
  description:
    'Takes the seat of each service that was seen from the configuration, else from what is known of it. A seat abroad that the configuration declares stands in the policy; any other is for a person: no scan can tell what a transfer rests on.',
  rules: ['POL-004'],
  modes: ['opt-in'],
  severity: 'warning',
  judge,
};

export default audit;
