import type { HostAlias } from '../../model/inventory.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { readDuties } from '../judge/duties.ts';
import { pagesEvidence, requestEvidence, scenarioEvidence } from '../judge/evidence.ts';
import { serviceName } from '../judge/names.ts';

const UNASKED = ['none', 'reject', 'close'] as const;

function judgeAlias({ host, targets, service }: HostAlias, input: AuditInput): Judgement[] {
  const { inventory } = input;
  const requests = inventory.requests.filter(
    (request) => request.host === host && request.service === service,
  );
  const [first] = requests;
  const duty = first && readDuties(input).ofRequest(first).duty;
  if (!first || service === null || duty === undefined || duty === 'exempt') return [];
  const scenario = UNASKED.find((id) => requests.some(({ seen }) => seen[id]));
  const name = serviceName(inventory, service);
  return [
    {
      verdict: duty === 'optional' && scenario ? 'fail' : 'review',
      subject: `host ${host}`,
      message: `${host} has the site's name and is ${name} (${targets.join(' → ')})${scenario ? ', asked without a consent' : ''}.`,
      evidence: [
        { text: `${host} is an alias (CNAME) of ${targets.join(', then ')}` },
        ...requests.map((request) => requestEvidence(request, scenario ?? 'accept')),
      ],
      todo: `Add ${host} to the "hosts" of the service in the configuration, so that it waits for consent and the policy names it.`,
    },
  ];
}

const audit: Audit = {
  id: 'cname-cloaking',
  title: 'No service hides behind a host name of the site',
  description:
    "The scan asks the name system which of the site's hosts, those of its pages left out, are another name (CNAME) of a host of a known service that needs consent. Browsers and blockers take such a host for the site itself, and send it the site's cookies. Addresses that a service was given directly (A records) are not seen.",
  rules: ['LAW-BLOCK-001', 'LAW-BLOCK-004'],
  modes: ['opt-in'],
  severity: 'error',
  judge(input) {
    const { inventory } = input;
    const { aliases } = inventory;
    const pages = UNASKED.flatMap((scenario) => pagesEvidence(inventory, scenario));
    if (!aliases || pages.length === 0)
      return [
        {
          verdict: 'inapplicable',
          subject: 'scan',
          message: aliases
            ? 'The scan visited no page without a consent.'
            : 'An older version of Avowal made this scan, and did not ask the name system: scan the site again.',
          evidence: [scenarioEvidence(inventory, 'none')],
        },
      ];
    const troubles = aliases.flatMap((alias) => judgeAlias(alias, input));
    if (troubles.length > 0) return troubles;
    return [
      {
        verdict: 'pass',
        subject: 'scan',
        message: 'No host of the site that its pages ask is another name of a service that needs consent.',
        evidence: pages.slice(0, 5),
      },
    ];
  },
};

export default audit;
