import type { AuditEvidence } from '../../model/audit-report.ts';
import type {
  AnsweredSignal,
  ConsentStatement,
  PageSignals,
  TcStringFacts,
} from '../../model/consent-signal.ts';
import type { Scenario } from '../../model/inventory.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { isDone } from '../judge/evidence.ts';
import { answeredEvidence, sentEvidence } from '../judge/signal-words.ts';
import { signalsOnly } from '../judge/signals-only.ts';
import { tcStringProblems } from '../judge/tc-string-problems.ts';

/** A string, or an interface that should have one, where it was seen. */
interface Seen {
  readonly page: PageSignals;
  readonly statement: ConsentStatement;
  readonly tc: TcStringFacts | undefined;
  readonly isSent: boolean;
  readonly evidence: AuditEvidence;
}

const MOST = 5;
const proof = (seen: readonly Seen[]) => seen.slice(0, MOST).map(({ evidence }) => evidence);

function seenOn(page: PageSignals): Seen[] {
  const isTcf = ({ system }: ConsentStatement) => system === 'tcf';
  return [
    ...page.answered.filter(isTcf).map((one: AnsweredSignal) => ({
      page,
      statement: one,
      tc: one.tc,
      isSent: false,
      evidence: answeredEvidence(page, one),
    })),
    ...page.sent.filter(isTcf).map((one) => ({
      page,
      statement: one,
      tc: one.tc,
      isSent: true,
      evidence: sentEvidence(page, one),
    })),
  ];
}

/** Where the framework says that it does not apply, its bits mean nothing. */
const grantedBy = ({ statement, tc }: Seen) =>
  statement.applies !== false &&
  (Object.values(statement.says).includes('granted') || (tc?.vendors ?? 0) > 0);

function judgeForm(all: readonly Seen[], { inventory }: AuditInput): Judgement[] {
  const bad = all.filter(({ tc }) => tc && tcStringProblems(tc, inventory.finishedAt).length > 0);
  if (bad.length === 0) return [];
  const said = new Set(bad.flatMap(({ tc }) => (tc ? tcStringProblems(tc, inventory.finishedAt) : [])));
  return [
    {
      verdict: 'fail',
      subject: 'TC string',
      message: [...said].join(' '),
      evidence: proof(bad),
      todo: 'Have the consent platform make strings by the current version of the framework.',
    },
  ];
}

const ANSWERS: readonly { scenarios: readonly Scenario[]; subject: string; when: string }[] = [
  { scenarios: ['none', 'close'], subject: 'TC string before the choice', when: 'before any choice' },
  {
    scenarios: ['reject', 'phone', 'withdraw'],
    subject: 'TC string after the refusal',
    when: 'after the refusal',
  },
];

function judgeAnswers(all: readonly Seen[], { inventory }: AuditInput): Judgement[] {
  return ANSWERS.flatMap(({ scenarios, subject, when }) => {
    const wrong = all.filter(
      (seen) =>
        scenarios.includes(seen.page.scenario) && isDone(inventory, seen.page.scenario) && grantedBy(seen),
    );
    if (wrong.length === 0) return [];
    return [
      {
        verdict: 'fail' as const,
        subject,
        message: `The TC string, or the interface for it, says ${when} that purposes or vendors are consented to.`,
        evidence: proof(wrong),
        todo: 'Set a positive bit only for what the visitor has agreed to.',
      },
    ];
  });
}

function judgeConsent(all: readonly Seen[], { inventory }: AuditInput): Judgement[] {
  const accepted = all.filter(({ page, tc }) => page.scenario === 'accept' && tc && !tc.problem);
  if (!isDone(inventory, 'accept') || accepted.length === 0 || accepted.some(grantedBy)) return [];
  return [
    {
      verdict: 'review',
      subject: 'TC string after the consent',
      message: 'The visitor agreed to everything, and no TC string says so.',
      evidence: proof(accepted),
      todo: 'Look whether the consent reaches the string.',
    },
  ];
}

/** What the interface says and what its string says. */
function judgeInterface(all: readonly Seen[]): Judgement[] {
  const apart = all.filter(({ isSent, statement, tc }) => {
    if (isSent || !tc?.purposes) return false;
    const said = Object.entries(statement.says).filter(([, state]) => state === 'granted');
    return said.length !== tc.purposes.length;
  });
  const silent = all.filter(({ isSent, statement, tc }) => {
    const { status, applies } = statement as AnsweredSignal;
    return !isSent && !tc && applies !== false && status === 'stub';
  });
  return [
    ...(apart.length > 0
      ? [
          {
            verdict: 'fail' as const,
            subject: 'TC string and interface',
            message: 'The interface grants other purposes than the string that it hands out.',
            evidence: proof(apart),
            todo: 'Answer vendors from the same state that the string is made of.',
          },
        ]
      : []),
    ...(silent.length > 0
      ? [
          {
            verdict: 'review' as const,
            subject: '__tcfapi',
            message:
              'The consent interface was still a stub when the page was quiet: vendors that ask it learn nothing.',
            evidence: proof(silent),
            todo: 'Look whether the consent platform loads on these pages.',
          },
        ]
      : []),
  ];
}

/** What the page says of its string, and what requests carry: on whole pages, where nothing changed in between. */
function judgeWire(all: readonly Seen[]): Judgement[] {
  const apart = [...Map.groupBy(all, ({ page }) => page)].flatMap(([page, seen]) => {
    const own = seen.filter(({ isSent, tc }) => !isSent && tc && !tc.problem);
    if (page.moment === 'answer' || own.length === 0) return [];
    return seen.filter(
      ({ isSent, tc }) =>
        isSent && tc && !tc.problem && !own.some((one) => String(one.tc?.purposes) === String(tc.purposes)),
    );
  });
  if (apart.length === 0) return [];
  return [
    {
      verdict: 'fail',
      subject: 'TC string on the wire',
      message: 'Requests carry a TC string that consents to other purposes than the one of the page.',
      evidence: proof(apart),
      todo: 'Send the string that the consent platform gives out, when it gives it out.',
    },
  ];
}

function judge(input: AuditInput): readonly Judgement[] {
  return signalsOnly(
    input.inventory,
    (pages) => {
      const all = pages.flatMap(seenOn);
      if (all.every(({ tc, statement }) => !tc && (statement as AnsweredSignal).status === undefined))
        return [];
      const troubles = [judgeForm, judgeAnswers, judgeConsent, judgeInterface, judgeWire].flatMap((ask) =>
        ask(all, input),
      );
      if (troubles.length > 0) return troubles;
      const strings = all.filter(({ tc }) => tc);
      if (strings.length === 0) return [];
      return [
        {
          verdict: 'pass',
          subject: 'TC string',
          message: `${strings.length} TC strings decode, are in order and agree with the answers.`,
          evidence: proof(strings),
        },
      ];
    },
    'No page has a TC string.',
  );
}

const audit: Audit = {
  id: 'tc-string-valid',
  title: 'TC strings are in order and say what the visitor answered',
  description:
    "Decodes the strings of IAB Europe's Transparency and Consent Framework: of `__tcfapi`, of its cookie and of requests. Versions, dates and disclosed vendors must be in order, no purpose may be consented to before a choice or after a refusal, and what the interface says, what its string says and what requests carry must agree. Whether each vendor keeps to it is the question of other audits.",
  rules: ['TCF-STR-001', 'TCF-STR-002', 'TCF-STR-003', 'TCF-STR-006', 'TCF-STR-011', 'TCF-STR-013'],
  modes: ['opt-in'],
  severity: 'error',
  judge,
};

export default audit;
