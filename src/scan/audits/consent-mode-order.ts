import type { AuditEvidence } from '../../model/audit-report.ts';
import type { ConsentCommand, PageSignals } from '../../model/consent-signal.ts';
import { ALL_MODES, type Audit, type AuditInput, type Judgement } from '../audit.ts';
import { finalCommands, heardSystems } from '../judge/consent-claims.ts';
import { isDone, scenarioEvidence } from '../judge/evidence.ts';
import { commandEvidence, QUEUE_SYSTEMS, SYSTEM_WORDS } from '../judge/signal-words.ts';
import { signalsOnly } from '../judge/signals-only.ts';

type Queue = ConsentCommand['queue'];

/** A page as far as it speaks to one tag. */
interface Spoken {
  readonly page: PageSignals;
  readonly commands: readonly ConsentCommand[];
}

const MOST = 5;

const isDefault = ({ command }: ConsentCommand) => command === 'default';
const isGeneral = (command: ConsentCommand) => isDefault(command) && !command.regions;
const isUpdate = ({ command }: ConsentCommand) => command === 'update';
const isTag = ({ command }: ConsentCommand) => command === 'tag';

const evidenceOf = (spoken: readonly Spoken[]): readonly AuditEvidence[] =>
  spoken.flatMap(({ page, commands }) => commands.map((one) => commandEvidence(page, one))).slice(0, MOST);

/** The tag starts, or is told a change, with no default before it. */
function lacksDefault({ commands }: Spoken): boolean {
  const first = commands.findIndex((one) => isTag(one) || isUpdate(one));
  return first >= 0 && !commands.slice(0, first).some(isDefault);
}

function judgeDefault(queue: Queue, pages: readonly Spoken[]): Judgement[] {
  const system = SYSTEM_WORDS[QUEUE_SYSTEMS[queue]];
  const late = pages.filter(lacksDefault);
  const repeated = pages.filter(({ commands }) => commands.filter(isGeneral).length > 1);
  return [
    ...(late.length > 0
      ? [
          {
            verdict: 'fail' as const,
            subject: `${queue} default`,
            message: `${system} was started before it was told what holds without an answer, on ${late.length} of ${pages.length} page visits.`,
            evidence: evidenceOf(late),
            todo: 'Tell the default state in the first script of the page, before any tag, configuration or event.',
          },
        ]
      : []),
    ...(repeated.length > 0
      ? [
          {
            verdict: 'review' as const,
            subject: `${queue} defaults`,
            message: `${system} was told more than one default for everybody on one page.`,
            evidence: evidenceOf(repeated),
            todo: 'Find out which scripts tell a default, and leave one of them.',
          },
        ]
      : []),
  ];
}

const deniedIn = (commands: readonly ConsentCommand[]) =>
  [...finalCommands(commands)].flatMap(([type, command]) => (command.says[type] === 'denied' ? [type] : []));

const differing = (commands: readonly ConsentCommand[]) =>
  new Set(commands.map(({ says }) => JSON.stringify(Object.entries(says).sort()))).size;

/** The answer itself: told once, on the page where it was given, and again on each later page. */
function judgeConsent(queue: Queue, spoken: readonly Spoken[], input: AuditInput): Judgement[] {
  const system = SYSTEM_WORDS[QUEUE_SYSTEMS[queue]];
  const { inventory } = input;
  const before = spoken.filter(({ page }) => page.scenario === 'none');
  const isHeard = heardSystems(spoken.map(({ page }) => page)).has(QUEUE_SYSTEMS[queue]);
  if (
    !isHeard ||
    !isDone(inventory, 'accept') ||
    !before.some(({ commands }) => deniedIn(commands).length > 0)
  )
    return [];
  const of = (isIt: (page: PageSignals) => boolean) =>
    spoken.filter(({ page }) => page.scenario === 'accept' && isIt(page));
  const atAnswer = of(({ moment }) => moment === 'answer');
  const told = atAnswer.flatMap(({ commands }) => commands.filter(isUpdate));
  const isTold = told.length > 0 || atAnswer.some(({ commands }) => commands.some(isDefault));
  const silent = of(({ moment }) => moment !== 'answer').filter(
    ({ commands }) => deniedIn(commands).length > 0 && !commands.some(isUpdate),
  );
  return [
    ...(isTold
      ? []
      : [
          {
            verdict: 'fail' as const,
            subject: `${queue} update`,
            message: `${system} was told that consent is denied, and nothing when the visitor gave it.`,
            evidence: [...evidenceOf(before).slice(0, 2), scenarioEvidence(inventory, 'accept')],
            todo: 'Send one update with all kinds of consent when the visitor answers.',
          },
        ]),
    ...(differing(told) > 1
      ? [
          {
            verdict: 'review' as const,
            subject: `${queue} updates`,
            message: `${system} was told one answer in ${told.length} different updates.`,
            evidence: evidenceOf(atAnswer),
            todo: 'Send one update for each decision, with all kinds of consent in it.',
          },
        ]
      : []),
    ...(silent.length > 0
      ? [
          {
            verdict: 'fail' as const,
            subject: `${queue} stored answer`,
            message: `${system} keeps no answer, and ${silent.length} later page visits did not tell it the stored one.`,
            evidence: evidenceOf(silent),
            todo: 'Tell the stored answer on every page, as an update right after the default.',
          },
        ]
      : []),
  ];
}

/** Scenarios of which whole pages were seen, from their first script on. */
const whole = ({ page }: Spoken) => page.moment !== 'answer';

function judgeQueue(queue: Queue, pages: readonly PageSignals[], input: AuditInput): Judgement[] {
  const spoken = pages
    .map((page) => ({ page, commands: page.commands.filter((one) => one.queue === queue) }))
    .filter(({ commands }) => commands.length > 0);
  // A tag that is never told anything does not use consent mode: what it does is judged by what it does.
  if (!spoken.some(({ commands }) => commands.some((one) => !isTag(one)))) return [];
  const seen = spoken.filter(whole);
  const troubles = [...judgeDefault(queue, seen), ...judgeConsent(queue, spoken, input)];
  if (troubles.length > 0) return troubles;
  return [
    {
      verdict: 'pass',
      subject: queue,
      message: `${SYSTEM_WORDS[QUEUE_SYSTEMS[queue]]} was told a default before anything else on ${seen.length} page visits, and the answer when it came.`,
      evidence: evidenceOf(spoken),
    },
  ];
}

const audit: Audit = {
  id: 'consent-mode-order',
  title: 'Tags learn the default before they start, and the answer when it is given',
  description:
    "Looks at the commands in the queues of Google's and Microsoft's tags, in their order: one default before any configuration or event, one update when consent is given, and the stored answer again on every later page. Pages that speak to no tag in this way are not asked; what a tag does is the question of other audits.",
  rules: ['GCM-001', 'GCM-002', 'GCM-008', 'VND-MSUET-001'],
  modes: ALL_MODES,
  severity: 'error',
  judge: (input) =>
    signalsOnly(
      input.inventory,
      (pages) => [...judgeQueue('dataLayer', pages, input), ...judgeQueue('uetq', pages, input)],
      'No page gave a tag a consent command.',
    ),
};

export default audit;
