import { formatDuration } from '../../knowledge/format-duration.ts';
import type { ScenarioResult } from '../../model/inventory.ts';
import type { WrittenByAnswer } from '../../model/notice-facts.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { isDone, scenarioEvidence } from '../judge/evidence.ts';

const DAY = 86_400;
/** Six calendar months are 181 days at least, with a day for the clock. */
const SHORTEST = 180 * DAY;
/** Months are not equally long. */
const SAME = 0.98;

const inWords = (seconds: number | null) => formatDuration(seconds, 'en', 'a session');
const keyOf = ({ kind, name, host }: WrittenByAnswer) => `${kind} ${name} ${host}`;

function asksAgain({ inventory }: AuditInput, { scenario, asksAgain: asks }: ScenarioResult): Judgement[] {
  if (!asks) return [];
  const answer = scenario === 'reject' ? 'refusal' : 'consent';
  return [
    {
      verdict: 'fail',
      severity: scenario === 'reject' ? 'error' : 'warning',
      subject: `asks again after ${scenario}`,
      message: `A visitor who came back in a new window after a ${answer} was asked again.`,
      evidence: [{ text: 'the notice was there again', page: `${inventory.site}/`, scenario }],
      todo: `Keep a ${answer} beyond the session, in a cookie that lasts six months or more.`,
    },
  ];
}

const A_WEEK = 8;

function asksOnPages({ inventory }: AuditInput): Judgement[] {
  const pages = inventory.pages.filter(({ scenario, asksAgain: asks }) => scenario === 'reject' && asks);
  if (pages.length === 0) return [];
  return [
    {
      verdict: 'fail',
      subject: 'asks again on pages after reject',
      message: 'A visitor who had refused was asked again on another page.',
      evidence: pages.slice(0, 5).map(({ url }) => ({
        text: 'a notice that asks for a consent floats over the page',
        page: url.replace(/[?#].*/, ''),
        scenario: 'reject',
      })),
      todo: 'Keep the refusal for all pages: in a cookie for the path "/", or in storage that all pages read alike.',
    },
  ];
}

/** What came of returns on later days, where the visitor was not asked at once. */
function asksLater({ inventory }: AuditInput, { laterVisits = [] }: ScenarioResult): Judgement[] {
  const found = laterVisits.find(({ asksAgain: asks }) => asks);
  if (!found) return [];
  const isSoon = found.daysAfter <= A_WEEK;
  return [
    {
      verdict: isSoon ? 'fail' : 'review',
      ...(!isSoon && { severity: 'warning' }),
      subject: isSoon ? 'asks again within days after reject' : 'asks again within six months after reject',
      message: isSoon
        ? `A visitor who came back ${found.daysAfter} days after a refusal was asked again.`
        : 'A visitor who came back after a refusal was asked again before six months were over.',
      evidence: laterVisits.map(({ daysAfter, asksAgain: asks }) => ({
        text: `${daysAfter} days after the refusal ${asks ? 'the notice was there again' : 'nobody asked'}: cookies that would have ended were deleted, and the clock of the page was moved`,
        page: `${inventory.site}/`,
        scenario: 'reject',
      })),
      todo: 'Keep a refusal for six months at least, and as long as a consent.',
    },
  ];
}

/** The cookies that either answer writes: what keeps the answer, for what a consent lets run comes after one alone. */
function lifetimes(refused: ScenarioResult, accepted: ScenarioResult): Judgement[] {
  const before = new Map((accepted.wrote ?? []).map((entry) => [keyOf(entry), entry]));
  const pairs = (refused.wrote ?? [])
    .filter(({ kind, lifetimeSeconds }) => kind === 'cookie' && lifetimeSeconds !== null)
    .flatMap((refusal) => {
      const consent = before.get(keyOf(refusal));
      return consent ? [{ refusal, consent }] : [];
    });
  return pairs.flatMap(({ refusal, consent }): Judgement[] => {
    const kept = refusal.lifetimeSeconds ?? 0;
    const evidence = [refusal, consent].map((entry, index) => ({
      text: `cookie ${entry.name} on ${entry.host} lasts ${inWords(entry.lifetimeSeconds)}`,
      scenario: index === 0 ? ('reject' as const) : ('accept' as const),
    }));
    const subject = keyOf(refusal);
    if (kept < (consent.lifetimeSeconds ?? 0) * SAME)
      return [
        {
          verdict: 'fail',
          subject: `shorter refusal ${subject}`,
          message: `${refusal.name} keeps a refusal for ${inWords(kept)} and a consent for ${inWords(consent.lifetimeSeconds)}.`,
          evidence,
          todo: 'Keep both answers for the same time.',
        },
      ];
    // Coming back later tells more than the life of a cookie: others may keep the answer too.
    if (kept < SHORTEST && !refused.laterVisits)
      return [
        {
          verdict: 'review',
          severity: 'warning',
          subject: `short ${subject}`,
          message: `${refusal.name} keeps the answer for ${inWords(kept)}: visitors are asked again before six months are over.`,
          evidence,
          todo: 'Keep the answer for six months at least.',
        },
      ];
    return [];
  });
}

function judge(input: AuditInput): readonly Judgement[] {
  const { inventory } = input;
  const of = (id: 'reject' | 'accept') => inventory.scenarios.find(({ scenario }) => scenario === id);
  const [refused, accepted] = [of('reject'), of('accept')];
  const evidence = [scenarioEvidence(inventory, 'reject'), scenarioEvidence(inventory, 'accept')];
  if (!refused || !isDone(inventory, 'reject') || refused.asksAgain === undefined)
    return [
      {
        verdict: 'inapplicable',
        subject: 'answer',
        message: 'The scan refused nothing and did not come back, so no answer was kept.',
        evidence,
      },
    ];
  const again = [refused, ...(accepted ? [accepted] : [])].flatMap((result) => asksAgain(input, result));
  const troubles = [
    ...asksOnPages(input),
    ...again,
    ...asksLater(input, refused),
    ...(accepted && again.length === 0 ? lifetimes(refused, accepted) : []),
  ];
  if (troubles.length > 0) return troubles;
  const message = accepted?.wrote
    ? 'Who comes back is not asked again, and a refusal is kept as long as a consent.'
    : 'Who comes back after a refusal is not asked again.';
  return [{ verdict: 'pass', subject: 'answer', message, evidence }];
}

const audit: Audit = {
  id: 'answer-kept',
  title: 'A refusal is kept as long as a consent, and nobody is asked again',
  description:
    'After a refusal no page may ask again. Then the visitor closes the browser and comes back: the same day, after 8 days and after 179 days. For the last two, cookies whose time would be over are deleted and the clock that pages read is moved; what a server works out with its own clock is not seen. Asking again within days fails, within six months it is for a person to judge. The cookies that both answers wrote must live equally long.',
  rules: ['LAW-STO-001', 'LAW-STO-002'],
  modes: ['opt-in'],
  severity: 'error',
  judge,
};

export default audit;
