import type { AuditEvidence } from '../../model/audit-report.ts';
import type { ObservedTracker } from '../../model/inventory.ts';
import type { PolicyPage } from '../../model/notice-facts.ts';
import { ALL_MODES, type Audit, type AuditInput, type Judgement } from '../audit.ts';
import { partyOf } from '../computed/party.ts';
import { readDuties } from '../judge/duties.ts';
import { notScanned, scenarioEvidence, trackerEvidence } from '../judge/evidence.ts';
import { namedAs } from '../judge/named-in-policy.ts';
import { trackerSubject } from '../judge/names.ts';
import { statesLifetimes } from '../judge/states-lifetimes.ts';

const SCENARIO = 'close';

/** Less text is a page that could not be read: a PDF, or an application that had not come up. */
const LEAST_TEXT = 300;
/** What lies over half of a page keeps from reading it. */
const COVERED = 0.5;

const isAnswered = ({ status }: PolicyPage) => status >= 200 && status < 400;

const evidenceOf = ({ link, url, status, isInNotice, screenshot, text }: PolicyPage): AuditEvidence => ({
  text: `"${link.text}", linked from ${isInNotice ? 'the notice' : 'the first page'}: status ${status}, ${text.length} characters`,
  page: url,
  scenario: SCENARIO,
  ...(screenshot && { screenshot }),
});

/** What keeps a visitor from one page. */
function judgeAccess(page: PolicyPage, { inventory }: AuditInput): Judgement[] {
  const { url, status, covered = 0 } = page;
  const evidence = [evidenceOf(page)];
  const host = new URL(url).hostname;
  if (!isAnswered(page))
    return [
      {
        verdict: 'fail',
        subject: `unreachable ${page.link.url.replace(/[?#].*/, '')}`,
        message: `The link "${page.link.text}" leads to a page that ${status === 0 ? 'did not answer' : `answered with status ${status}`}.`,
        evidence,
        todo: 'Let the link lead to the policy.',
      },
    ];
  return [
    ...(covered >= COVERED
      ? [
          {
            verdict: 'fail' as const,
            subject: `covered ${url}`,
            message: `Something covers ${Math.round(covered * 100)} % of the window over ${url}, before the visitor has answered.`,
            evidence,
            todo: 'Do not ask on the policy page, or ask without covering it: visitors read it before they answer.',
          },
        ]
      : []),
    ...(partyOf(host, new URL(inventory.site).hostname) === 'third'
      ? [
          {
            verdict: 'review' as const,
            subject: `elsewhere ${url}`,
            message: `The policy stands on another site, ${host}.`,
            evidence,
            todo: 'Look whether the page speaks of this site, and whether it tracks who reads it.',
          },
        ]
      : []),
  ];
}

function judgeLinks({ inventory }: AuditInput, policies: readonly PolicyPage[]): Judgement[] {
  const without = inventory.pages.filter(({ linksToPolicy }) => linksToPolicy === false);
  if (without.length === 0) return [];
  return [
    {
      verdict: 'review',
      subject: 'links',
      message: `${without.length} of the visited pages ${without.length === 1 ? 'has' : 'have'} no link to the policy once the notice is gone.`,
      evidence: [
        ...without
          .slice(0, 5)
          .map(({ url }) => ({ text: 'no link to the policy', page: url, scenario: 'reject' as const })),
        ...policies.map(evidenceOf),
      ],
      todo: 'Link to the policy from every page, in the footer for example.',
    },
  ];
}

function judgeTracker(
  tracker: ObservedTracker,
  input: AuditInput,
  { text, isOptional, evidence }: { text: string; isOptional: boolean; evidence: readonly AuditEvidence[] },
): Judgement[] {
  const named = namedAs(tracker, input.inventory, text);
  if (named === 'tracker') return [];
  const seen = Object.keys(tracker.seen) as (keyof typeof tracker.seen)[];
  const what = `${tracker.name} on ${tracker.host}`;
  return [
    {
      verdict: named === 'nothing' && isOptional ? 'fail' : 'review',
      subject: trackerSubject(tracker),
      message:
        named === 'nothing'
          ? `The policy names neither ${what} nor who stands behind it.`
          : `The policy names who stands behind ${what}, and not the tracker itself.`,
      evidence: [...trackerEvidence(tracker, seen).slice(0, 2), ...evidence],
      todo: 'Name it in the policy, with its purpose, its life and who can read it.',
    },
  ];
}

function judgeContent(input: AuditInput, policies: readonly PolicyPage[]): Judgement[] {
  const text = policies.map((page) => page.text).join('\n');
  const evidence = policies.map(evidenceOf);
  if (text.length < LEAST_TEXT)
    return [
      {
        verdict: 'review',
        subject: 'content',
        message: 'The scan could not read the policy: it has hardly any text.',
        evidence,
        todo: 'Look whether it names every tracker, with its purpose, its life and who can read it.',
      },
    ];
  const duties = readDuties(input);
  const { trackers } = input.inventory;
  const unnamed = trackers.flatMap((tracker) =>
    judgeTracker(tracker, input, {
      text,
      evidence,
      isOptional: duties.ofTracker(tracker).duty === 'optional',
    }),
  );
  const lasts = trackers.some(({ lifetimeSeconds }) => lifetimeSeconds !== null);
  const tells = policies.some((page) => statesLifetimes(page.text, page.language));
  if (!lasts || tells) return unnamed;
  return [
    ...unnamed,
    {
      verdict: 'review',
      subject: 'lifetimes',
      message: 'The policy seems to say of nothing how long it is kept.',
      evidence,
      todo: 'Say of each tracker how long it is kept.',
    },
  ];
}

function judge(input: AuditInput): readonly Judgement[] {
  const { inventory } = input;
  const result = inventory.scenarios.find(({ scenario }) => scenario === SCENARIO);
  if (!result?.policies) return [notScanned(inventory, SCENARIO)];
  const { policies } = result;
  const common = [scenarioEvidence(inventory, SCENARIO)];
  if (inventory.trackers.length === 0)
    return [
      {
        verdict: 'inapplicable',
        subject: 'policy',
        message: 'The scan saw nothing stored, so there is nothing to declare.',
        evidence: common,
      },
    ];
  if (policies.length === 0)
    return [
      {
        verdict: 'review',
        subject: 'policy',
        message: 'The scan found no link to a policy, neither in the notice nor on the first page.',
        evidence: common,
        todo: 'Look whether the site has a page that names every tracker, and link to it from the notice and from every page.',
      },
    ];
  const reached = policies.filter(isAnswered);
  const troubles = [
    ...policies.flatMap((page) => judgeAccess(page, input)),
    ...judgeLinks(input, policies),
    ...(reached.length > 0 ? judgeContent(input, reached) : []),
  ];
  if (troubles.length > 0) return troubles;
  return [
    {
      verdict: 'pass',
      subject: 'policy',
      message: 'A policy can be reached before any choice and names every tracker that was seen.',
      evidence: [...policies.map(evidenceOf), ...common],
    },
  ];
}

const audit: Audit = {
  id: 'policy-page',
  title: 'The policy can be read before any choice, and names every tracker',
  description:
    'Follows the links to the pages on cookies and on privacy, from the notice and from the first page, while the notice is open. They must answer, must not be covered, and are looked for on every page. Each tracker seen is searched for in their text, folded parts included: by its name, else by its service, company or host. An optional one of which nothing stands there fails; one whose company alone is named is for a person to judge.',
  rules: ['POL-001', 'POL-005', 'POL-008'],
  modes: ALL_MODES,
  severity: 'error',
  judge,
};

export default audit;
