import { ALL_MODES, type Audit, type AuditInput, type Judgement } from '../audit.ts';
import { isDone, notScanned, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';

const SCENARIO = 'withdraw';
const SUBJECT = 'presses';

const pressesIn = (step: string): number => Number(/^(\d+) switches off$/.exec(step)?.[1] ?? 1);

/** Opening the settings is aside (WDR-002). */
const countPresses = ([opener, ...rest]: readonly string[]): number =>
  (rest.length > 0 ? rest : [opener ?? '']).reduce((sum, step) => sum + pressesIn(step), 0);

function judge({ inventory }: AuditInput): readonly Judgement[] {
  const result = inventory.scenarios.find(({ scenario }) => scenario === SCENARIO);
  if (!result) return [notScanned(inventory, SCENARIO)];
  const pages = pagesEvidence(inventory, SCENARIO).slice(0, 1);
  const { clicked, withdrew } = result;
  if (!isDone(inventory, SCENARIO) || !clicked || !withdrew)
    return [
      {
        verdict: 'inapplicable',
        subject: SUBJECT,
        message: 'The scan gave no consent and took it back, so there is nothing to compare.',
        evidence: [scenarioEvidence(inventory, SCENARIO), ...pages],
      },
    ];
  const evidence = [
    { text: `to accept: ${clicked}`, scenario: SCENARIO } as const,
    { text: `to withdraw: ${withdrew.join(', then ')}`, scenario: SCENARIO } as const,
    ...pages,
  ];
  const [given, taken] = [clicked.split(', then ').length, countPresses(withdrew)];
  if (taken <= given)
    return [
      {
        verdict: 'pass',
        subject: SUBJECT,
        message: 'Once the settings are open, a withdrawal takes no more presses than the consent did.',
        evidence,
      },
    ];
  return [
    {
      verdict: 'review',
      subject: SUBJECT,
      message: `Accepting took ${given === 1 ? 'one press' : `${given} presses`}; withdrawing takes ${taken} after the settings are open, by the way that the scan found.`,
      evidence,
      todo: 'Put a button that withdraws everything where the settings open.',
    },
  ];
}

const audit: Audit = {
  id: 'withdrawal-easy',
  title: 'Withdrawing is as easy as accepting was',
  description:
    'Counts what the scan had to press to accept, and to withdraw once the settings were open, each switch that it had to move included. There may be a shorter way that it did not find, so more presses are for a person to judge.',
  rules: ['WDR-002'],
  modes: ALL_MODES,
  severity: 'error',
  judge,
};

export default audit;
