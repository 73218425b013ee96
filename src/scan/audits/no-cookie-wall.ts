import type { Scenario } from '../../model/inventory.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { isDone, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';

/** A bar of a shop is narrower; a wall leaves little beside it. */
const WALL = 0.5;
const SUBJECT = 'after refusal';

function judge({ inventory }: AuditInput): readonly Judgement[] {
  const of = (id: Scenario) => inventory.scenarios.find(({ scenario }) => scenario === id);
  const coverOf = (id: Scenario) => of(id)?.covered;
  const evidence = [
    ...(['reject', 'accept'] as const).flatMap((scenario) => {
      const covered = coverOf(scenario);
      return covered === undefined
        ? []
        : [
            {
              text: `${Math.round(covered * 100)} % of the window was covered when the visitor came back`,
              scenario,
            },
          ];
    }),
    ...pagesEvidence(inventory, 'reject'),
    scenarioEvidence(inventory, 'reject'),
  ];
  const say = (verdict: Judgement['verdict'], message: string): readonly Judgement[] => [
    {
      verdict,
      subject: SUBJECT,
      message,
      evidence,
      ...(verdict !== 'pass' &&
        verdict !== 'inapplicable' && { todo: 'Let who refuses use the site as who accepts does.' }),
    },
  ];
  const refused = coverOf('reject');
  if (!isDone(inventory, 'reject')) return say('inapplicable', 'The scan refused nothing.');
  const statusIn = (scenario: Scenario) =>
    new Map(
      inventory.pages.filter((page) => page.scenario === scenario).map(({ url, status }) => [url, status]),
    );
  const open = statusIn('accept');
  const closed = [...statusIn('reject')].filter(
    ([url, status]) => status >= 400 && (open.get(url) ?? 999) < 400,
  );
  const [first] = closed;
  if (first)
    return say(
      'fail',
      `Who refuses is turned away: ${first[0].replace(/[?#].*/, '')} answered with status ${first[1]}.`,
    );
  if (refused === undefined)
    return say(
      'inapplicable',
      'Who came back after a refusal was asked again, so what the page shows then says nothing.',
    );
  if (refused < WALL) return say('pass', 'Nothing covers the page after a refusal.');
  const accepted = coverOf('accept');
  if (accepted !== undefined && accepted < WALL)
    return say('fail', 'Something covers the page after a refusal, and nothing does after an acceptance.');
  return say('review', 'Something covers the page after a refusal; it may have nothing to do with it.');
}

const audit: Audit = {
  id: 'no-cookie-wall',
  title: 'The site can be used after a refusal',
  description:
    'When the visitor comes back after a refusal, the scan looks whether something that floats covers half of the window, and whether pages turn away who refused and not who accepted.',
  rules: ['LAW-L1-011'],
  modes: ['opt-in'],
  severity: 'error',
  judge,
};

export default audit;
