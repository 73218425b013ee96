import { ALL_MODES, type Audit, type AuditInput, type Judgement } from '../audit.ts';
import { notScanned, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';

const SCENARIO = 'close';
const SUBJECT = 'notice';

/** Below this the layout of a page counts as stable: https://web.dev/articles/cls */
const STABLE = 0.1;
/** Less may be the machine. */
const LATE = 1500;

function judge({ inventory }: AuditInput): readonly Judgement[] {
  const result = inventory.scenarios.find(({ scenario }) => scenario === SCENARIO);
  if (!result) return [notScanned(inventory, SCENARIO)];
  const { cost } = result;
  const common = [scenarioEvidence(inventory, SCENARIO), ...pagesEvidence(inventory, SCENARIO).slice(0, 1)];
  if (!cost)
    return [
      {
        verdict: 'inapplicable',
        subject: SUBJECT,
        message:
          result.outcome === 'no-notice'
            ? 'The scan found no notice.'
            : 'The scan did not measure what the notice costs.',
        evidence: common,
      },
    ];
  const { isLargestPaint, laterMilliseconds: later = 0, layoutShift } = cost;
  const paint =
    isLargestPaint === undefined
      ? 'the browser does not tell where, as in a shadow root'
      : isLargestPaint
        ? `in the notice, ${later} ms after the largest of the page itself`
        : 'not in the notice';
  const evidence = [
    { text: `largest paint of the page: ${paint}`, scenario: SCENARIO },
    { text: `layout shift by the notice: ${layoutShift}`, scenario: SCENARIO },
    ...common,
  ] as const;
  const troubles: Judgement[] = [
    ...(later > LATE
      ? [
          {
            verdict: 'review' as const,
            subject: 'largest paint',
            message:
              'The largest thing that the first page paints is a part of the notice, long after the largest of its own: visitors and search engines take the page for that much slower (LCP).',
            evidence,
            todo: 'Make the notice smaller than what the page has to show, or let it come with the page and not after it.',
          },
        ]
      : []),
    ...(layoutShift > STABLE
      ? [
          {
            verdict: 'review' as const,
            subject: 'layout shift',
            message: `The notice moves the layout of the first page more than a stable page moves (CLS ${STABLE}).`,
            evidence,
            todo: 'Let the notice float over the page, and move it by "transform" alone.',
          },
        ]
      : []),
  ];
  if (troubles.length > 0) return troubles;
  return [
    {
      verdict: 'pass',
      subject: SUBJECT,
      message:
        isLargestPaint === undefined
          ? 'The notice does not move the layout of the page; whether it is the largest paint the browser does not tell.'
          : 'The notice neither comes as the largest paint long after the page, nor moves its layout.',
      evidence,
    },
  ];
}

const audit: Audit = {
  id: 'notice-cost',
  title: 'The notice does not hold the page up',
  description:
    'Asks the browser whether its largest contentful paint was a part of the notice and came more than one and a half seconds after that of the page itself, and how much of the layout shift was the notice moving. It rests on no law, and is never more than something to look at. How long a click takes, and how much the consent tool loads, it does not measure: one machine at one time says too little of them.',
  rules: [],
  modes: ALL_MODES,
  severity: 'warning',
  judge,
};

export default audit;
