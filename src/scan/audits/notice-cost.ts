import type { Inventory } from '../../model/inventory.ts';
import type { NoticeMaker } from '../../model/notice-facts.ts';
import { ALL_MODES, type Audit, type AuditInput, type Judgement } from '../audit.ts';
import { notScanned, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';

const SCENARIO = 'close';
const SUBJECT = 'notice';

/** Below this the layout of a page counts as stable: https://web.dev/articles/cls */
const STABLE = 0.1;
/** Less may be the machine. */
const LATE = 1500;
const LONG_CLICK = 1000;
/** More than most whole consent tools weigh, compressed. */
const HEAVY = 150;

/** Answers whose click the page was busy with. */
const slowClicks = ({ scenarios }: Inventory) =>
  scenarios.filter(({ clickMilliseconds = 0 }) => clickMilliseconds >= LONG_CLICK);

const inWords = ({ script, requests, kilobytes }: NoticeMaker) =>
  requests === undefined
    ? `made by ${script}, a script of the site itself`
    : `made by ${script}: ${requests} requests to ${URL.parse(script)?.hostname} before any answer, ${kilobytes} KB on the wire`;

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
  const { isLargestPaint, laterMilliseconds: later = 0, layoutShift, maker } = cost;
  const clicks = slowClicks(inventory);
  const paint =
    isLargestPaint === undefined
      ? 'the browser does not tell where, as in a shadow root'
      : isLargestPaint
        ? `in the notice, ${later} ms after the largest of the page itself`
        : 'not in the notice';
  const evidence = [
    { text: `largest paint of the page: ${paint}`, scenario: SCENARIO },
    { text: `layout shift by the notice: ${layoutShift}`, scenario: SCENARIO },
    ...(maker ? [{ text: inWords(maker), scenario: SCENARIO } as const] : []),
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
    ...(clicks.length > 0
      ? [
          {
            verdict: 'review' as const,
            subject: 'click',
            message:
              'The page is busy for more than a second with the click on the notice: visitors see nothing happen (INP).',
            evidence: [
              ...clicks.map(({ scenario, clicked, clickMilliseconds }) => ({
                text: `clicked ${clicked}: its handlers ran for ${clickMilliseconds} ms`,
                scenario,
              })),
              ...common,
            ],
            todo: 'Let the notice go first, and do in later tasks what follows from the answer.',
          },
        ]
      : []),
    ...(maker && (maker.kilobytes ?? 0) > HEAVY
      ? [
          {
            verdict: 'review' as const,
            subject: 'weight',
            message: `The notice comes from ${URL.parse(maker.script)?.hostname}, and before any answer the page loads more than ${HEAVY} KB from there.`,
            evidence,
            todo: 'Load no more for the first layer than it shows: lists of partners and languages can wait until somebody asks for them.',
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
    'Asks the browser whether its largest contentful paint was a part of the notice and came more than one and a half seconds after that of the page itself, and how much of the layout shift was the notice moving; how long the handlers of the click that answered ran (a second or more); and which script makes the notice and how much the page loads from that company before any answer (more than 150 KB). It rests on no law, and is never more than something to look at.',
  rules: [],
  modes: ALL_MODES,
  severity: 'warning',
  judge,
};

export default audit;
