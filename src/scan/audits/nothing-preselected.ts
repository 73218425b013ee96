import type { ScenarioResult } from '../../model/inventory.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { usesOptional } from '../judge/duties.ts';
import { isDone, notScanned, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';
import { judgeSilence } from '../judge/judge-silence.ts';

const SCENARIO = 'save';

function switchedOn({ inventory }: AuditInput, { switches = [] }: ScenarioResult): Judgement[] {
  const names = new Set(switches.filter(({ isOn, isFixed }) => isOn && !isFixed).map(({ name }) => name));
  return [...names].map((name) => ({
    verdict: 'fail',
    subject: `switch ${name}`,
    message: `The switch "${name}" is on before the visitor has touched it.`,
    evidence: [
      { text: `"${name}" was on when the settings opened`, scenario: SCENARIO },
      scenarioEvidence(inventory, SCENARIO),
      ...pagesEvidence(inventory, SCENARIO).slice(0, 1),
    ],
    todo: 'Let every switch that a visitor can change begin switched off.',
  }));
}

function withoutSettings(input: AuditInput): Judgement {
  const { inventory } = input;
  const evidence = [scenarioEvidence(inventory, SCENARIO), ...pagesEvidence(inventory, SCENARIO).slice(0, 1)];
  if (!usesOptional(input))
    return {
      verdict: 'inapplicable',
      subject: 'settings',
      message: 'The scan saw nothing optional, so there is nothing to choose.',
      evidence,
    };
  return {
    verdict: 'review',
    subject: 'settings',
    message: 'The scan found no settings in which purposes can be chosen one by one.',
    evidence,
    todo: 'Look whether each purpose can be answered by itself, and whether every switch begins switched off.',
  };
}

const audit: Audit = {
  id: 'nothing-preselected',
  title: 'Settings begin switched off, and saving them untouched refuses everything',
  description:
    'The scan opens the settings from the notice, reads every switch that a visitor can change, saves them as they are, and visits every page: nothing may be on, and nothing optional may run then.',
  rules: ['LAW-L1-005', 'LAW-L2-001', 'LAW-L2-002'],
  modes: ['opt-in'],
  severity: 'error',
  judge(input) {
    const { inventory } = input;
    const result = inventory.scenarios.find(({ scenario }) => scenario === SCENARIO);
    if (!result) return [notScanned(inventory, SCENARIO)];
    if (!isDone(inventory, SCENARIO)) return [withoutSettings(input)];
    const on = switchedOn(input, result);
    if (on.length > 0) return on;
    return judgeSilence(input, {
      scenario: SCENARIO,
      when: 'after the settings were saved untouched',
      todo: 'Take saving without a switch moved for a refusal.',
    });
  },
};

export default audit;
