import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { coversOf, type Owed, readDuties } from '../judge/duties.ts';
import { notScanned, pagesEvidence, requestEvidence, trackerEvidence } from '../judge/evidence.ts';

const SCENARIO = 'none';
const SUBJECT = 'first page';
const ADVICE =
  'Put a link "Do Not Sell or Share My Personal Information" or "Your Privacy Choices" on every page, which leads to a form that opts out.';

/** What sells or shares, most likely: advertising. */
function sharing(input: AuditInput) {
  const { trackers, requests } = input.inventory;
  const duties = readDuties(input);
  const isMarketing = ({ purpose }: Owed) => coversOf(input.config, purpose).includes('marketing');
  return [
    ...trackers
      .filter(({ seen }) => seen[SCENARIO])
      .filter((tracker) => isMarketing(duties.ofTracker(tracker)))
      .flatMap((tracker) => trackerEvidence(tracker, [SCENARIO]).slice(0, 1)),
    ...requests
      .filter(({ seen }) => seen[SCENARIO])
      .filter((request) => isMarketing(duties.ofRequest(request)))
      .map((request) => requestEvidence(request, SCENARIO)),
  ].slice(0, 5);
}

function judge(input: AuditInput): readonly Judgement[] {
  const { inventory, regime } = input;
  const controls = inventory.scenarios.find(({ scenario }) => scenario === SCENARIO)?.optOutControls;
  const pages = pagesEvidence(inventory, SCENARIO).slice(0, 1);
  if (!controls || pages.length === 0) return [notScanned(inventory, SCENARIO)];
  const say = (
    verdict: Judgement['verdict'],
    message: string,
    evidence: Judgement['evidence'] = [],
  ): readonly Judgement[] => [
    {
      verdict,
      subject: SUBJECT,
      message,
      evidence: [...evidence, ...pages],
      ...(verdict === 'review' && { todo: ADVICE }),
    },
  ];
  if (regime.id !== 'us-ca') return say('inapplicable', 'Only California asks for this control.');
  if (controls.length > 0)
    return say(
      'pass',
      'The first page has a control that opts out of sale and sharing.',
      controls.map((text) => ({ text: `it says "${text}"`, scenario: SCENARIO })),
    );
  const shares = sharing(input);
  return shares.length === 0
    ? say('inapplicable', 'The scan saw no advertising, and so nothing that surely sells or shares.')
    : say(
        'review',
        'The first page lets advertising run and has no control that is named as a way to opt out of sale and sharing.',
        shares,
      );
}

const audit: Audit = {
  id: 'opt-out-control',
  title: 'A link or button lets visitors opt out of sale and sharing',
  description:
    'Where advertising runs, it looks on the first page for a link or button that is named as California wants it. Where there is none a person must look: the site may be exempt, or name it otherwise. Where the control leads, and whether it is on every page, is not looked at.',
  rules: ['US-OPT-001', 'US-OPT-002'],
  modes: ['opt-out'],
  severity: 'error',
  judge,
};

export default audit;
