import type { AuditEvidence } from '../../model/audit-report.ts';
import type { Scenario, ScenarioResult } from '../../model/inventory.ts';
import type { NoticeClosing, WrittenByAnswer } from '../../model/notice-facts.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { isDone, notScanned, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';
import { judgeSilence } from '../judge/judge-silence.ts';
import { alsoCloses } from '../notice/pick-closer.ts';

const SCENARIO = 'close';
const ADVICE =
  'Let only the button that accepts grant anything: Escape, a cross and a click beside the notice leave everything off.';

const wayOf = ({ by, text }: NoticeClosing): string =>
  ({
    escape: 'the key Escape',
    beside: 'a click beside the notice',
    button: text ? `the button "${text}"` : 'the button without words that closes',
  })[by];

const closingEvidence = (closings: readonly NoticeClosing[]): AuditEvidence[] =>
  closings.map((closing) => ({
    text: `${wayOf(closing)}: the notice ${closing.isGone ? 'went away' : 'stayed'}, ${
      closing.wrote.length === 0
        ? 'nothing was stored'
        : `stored ${closing.wrote.map(({ name }) => name).join(', ')}`
    }`,
    scenario: SCENARIO,
    ...(closing.screenshot && { screenshot: closing.screenshot }),
  }));

const keyOf = ({ kind, name, host }: WrittenByAnswer) => `${kind} ${name} ${host}`;

/** What closing stored just as accepting does, where refusing stores something else there. */
function storedAsConsent({ inventory }: AuditInput, closings: readonly NoticeClosing[]): Judgement[] {
  const hashesIn = (id: Scenario) => {
    const wrote = inventory.scenarios.find(({ scenario }) => scenario === id)?.wrote ?? [];
    return new Map(wrote.map((entry) => [keyOf(entry), entry.valueHash]));
  };
  const [accepted, refused] = [hashesIn('accept'), hashesIn('reject')];
  const isConsent = (entry: WrittenByAnswer) => {
    const consent = accepted.get(keyOf(entry));
    const refusal = refused.get(keyOf(entry));
    return (
      consent !== undefined && refusal !== undefined && consent !== refusal && consent === entry.valueHash
    );
  };
  return closings.flatMap((closing) =>
    closing.wrote.filter(isConsent).map((entry) => ({
      verdict: 'fail' as const,
      subject: `${closing.by} ${keyOf(entry)}`,
      message: `After ${wayOf(closing)}, ${entry.name} holds the same answer as after accepting.`,
      evidence: closingEvidence([closing]),
      todo: ADVICE,
    })),
  );
}

/** A button that accepts and looks as if it closed. */
function acceptCloses({ scenarios }: AuditInput['inventory']): Judgement[] {
  const accept = scenarios
    .find(({ scenario }) => scenario === 'accept')
    ?.buttons?.find(({ role }) => role === 'accept');
  const how = accept && alsoCloses(accept.text);
  if (!how) return [];
  return [
    {
      verdict: how === 'cross' ? 'fail' : 'review',
      subject: 'accept',
      message: `The button that accepts says "${accept.text}": ${how === 'cross' ? 'a cross means closing' : 'who only wants to close it consents'}.`,
      evidence: [
        {
          text: `button "${accept.text}" accepts, ${accept.width} × ${accept.height} px`,
          scenario: 'accept',
        },
      ],
      todo: 'Let the button that accepts say so, and nothing of closing.',
    },
  ];
}

function notClosed({ inventory }: AuditInput, { outcome, why }: ScenarioResult): Judgement {
  const common = {
    subject: 'notice',
    evidence: [scenarioEvidence(inventory, SCENARIO), ...pagesEvidence(inventory, SCENARIO).slice(0, 1)],
  };
  if (outcome === 'no-notice')
    return { ...common, verdict: 'inapplicable', message: 'The scan found no notice to close.' };
  return {
    ...common,
    verdict: 'review',
    message: why ?? 'The scan could not close the notice.',
    todo: 'Close the notice by Escape, by its cross and by a click beside it, and look whether anything optional runs then.',
  };
}

/** What was there without any choice has been said already. */
function onlyNew(input: AuditInput): AuditInput {
  const isNew = ({ seen }: { readonly seen: Readonly<Partial<Record<Scenario, boolean>>> }) => !seen.none;
  const { inventory } = input;
  return {
    ...input,
    inventory: {
      ...inventory,
      trackers: inventory.trackers.filter(isNew),
      requests: inventory.requests.filter(isNew),
    },
  };
}

function judge(input: AuditInput): readonly Judgement[] {
  const { inventory } = input;
  const result = inventory.scenarios.find(({ scenario }) => scenario === SCENARIO);
  if (!result) return [notScanned(inventory, SCENARIO)];
  const { closings = [] } = result;
  const labels = acceptCloses(inventory);
  if (!isDone(inventory, SCENARIO)) return [...labels, notClosed(input, result)];
  if (!isDone(inventory, 'none')) return [...labels, notScanned(inventory, 'none')];
  const ran = judgeSilence(onlyNew(input), {
    scenario: SCENARIO,
    when: 'after the notice was closed without an answer',
    todo: ADVICE,
  });
  const evidence = closingEvidence(closings);
  const isQuiet = ran.every(({ verdict }) => verdict === 'pass');
  const troubles = [
    ...labels,
    ...storedAsConsent(input, closings),
    ...(isQuiet ? [] : ran.map((one) => ({ ...one, evidence: [...one.evidence, ...evidence] }))),
  ];
  if (troubles.length > 0) return troubles;
  const ways = closings.map(wayOf).join(', ');
  return [
    {
      verdict: 'pass',
      subject: 'notice',
      message: `Nothing optional ran or was stored by closing the notice (${ways}).`,
      evidence: [...evidence, ...pagesEvidence(inventory, SCENARIO)],
    },
  ];
}

const audit: Audit = {
  id: 'closing-decides-nothing',
  title: 'Closing the notice is no consent',
  description:
    'The scan presses Escape, clicks beside the notice and presses the button that closes it where there is one, each on a page where the notice is open, and opens the page again after each that did something. Nothing optional may run that did not run before, and nothing may be stored that says what an acceptance says. Scrolling, moving and a click on the page are part of every visit without a choice.',
  rules: ['LAW-L1-006', 'LAW-L1-007', 'LAW-L1-008'],
  modes: ['opt-in'],
  severity: 'error',
  judge,
};

export default audit;
