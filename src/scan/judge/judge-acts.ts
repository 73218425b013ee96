import type { ActKind, Scenario, ScriptAct } from '../../model/inventory.ts';
import type { AuditInput, Judgement } from '../audit.ts';
import { type Duty, readDuties } from './duties.ts';
import { isDone, pagesEvidence, scenarioEvidence } from './evidence.ts';
import { serviceName } from './names.ts';

/** How acts of scripts are judged. */
export interface ActQuestion {
  readonly kinds: readonly ActKind[];
  /** What was done, to be followed by when: `… put gclid in links to shop.example`. */
  readonly say: (act: ScriptAct, who: string) => string;
  /** What a person must look at where it would fail, and what even a consent does not make a matter of course. */
  readonly onlyLook?: (act: ScriptAct) => boolean;
  readonly looksAfterConsent?: (act: ScriptAct) => boolean;
  readonly nothing: string;
  readonly todo: string;
}

/** Scenarios without a consent, the one that says most first. */
const UNASKED: readonly (readonly [Scenario, string])[] = [
  ['none', 'before any choice'],
  ['reject', 'after the refusal'],
  ['close', 'after the notice was closed without an answer'],
];

const VERDICTS: Readonly<Record<Duty, 'fail' | 'review' | undefined>> = {
  optional: 'fail',
  disputed: 'review',
  unknown: 'review',
  exempt: undefined,
};

function judgeAct(act: ScriptAct, duty: Duty, { inventory }: AuditInput, question: ActQuestion): Judgement[] {
  const [scenario, when] = UNASKED.find(([id]) => act.seen[id]) ?? ['accept', 'after a consent'];
  const isAsked = scenario === 'accept';
  if (isAsked && !(act.seen.accept && question.looksAfterConsent?.(act))) return [];
  const verdict = VERDICTS[duty];
  if (!verdict) return [];
  const name = serviceName(inventory, act.service);
  const who = name === act.host ? name : `${name} (${act.host})`;
  return [
    {
      verdict: isAsked || question.onlyLook?.(act) ? 'review' : verdict,
      subject: `${act.kind} ${act.subject} by ${act.host}`,
      message: `${question.say(act, who)} ${when}.`,
      evidence: act.evidence
        .filter((one) => one.scenario === scenario)
        .slice(0, 5)
        .map((one) => ({ text: `${act.kind} ${act.subject}`, ...one })),
      todo: question.todo,
    },
  ];
}

/** Judges what scripts did that stores nothing: without a consent, only what is exempt may. */
export function judgeActs(input: AuditInput, question: ActQuestion): readonly Judgement[] {
  const { inventory } = input;
  if (!inventory.acts || !UNASKED.some(([scenario]) => isDone(inventory, scenario)))
    return [
      {
        verdict: 'inapplicable',
        subject: 'scan',
        message: inventory.acts
          ? 'The scan visited no page without a consent.'
          : 'An older version of Avowal made this scan, and did not look for it: scan the site again.',
        evidence: [scenarioEvidence(inventory, 'none')],
      },
    ];
  const duties = readDuties(input);
  const troubles = inventory.acts
    .filter(({ kind }) => question.kinds.includes(kind))
    .flatMap((act) => judgeAct(act, duties.ofAct(act).duty, input, question));
  if (troubles.length > 0) return troubles;
  return [
    {
      verdict: 'pass',
      subject: 'scan',
      message: question.nothing,
      evidence: UNASKED.flatMap(([scenario]) => pagesEvidence(inventory, scenario)).slice(0, 5),
    },
  ];
}
