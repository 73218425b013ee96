import type { Scenario } from '../../model/inventory.ts';
import type { StandardPurpose } from '../../model/purpose.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { coversOf, type Owed, readDuties } from '../judge/duties.ts';
import { isDone, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';
import { judgeSilence } from '../judge/judge-silence.ts';
import { ALONE } from '../purpose-alone.ts';

/** What belongs to the purpose, by the configuration or by what is known, and what has been said of other scenarios. */
function withoutExpected(input: AuditInput, scenario: Scenario, purpose: StandardPurpose): AuditInput {
  const { inventory, config } = input;
  const duties = readDuties(input);
  const isForeign = ({ duty, purpose: own }: Owed) => {
    if (duty !== 'optional' && duty !== 'disputed') return false;
    return !coversOf(config, own).includes(purpose);
  };
  const isNew = ({ seen }: { readonly seen: Readonly<Partial<Record<Scenario, boolean>>> }) =>
    seen[scenario] === true && !seen.reject && !seen.save;
  return {
    ...input,
    inventory: {
      ...inventory,
      trackers: inventory.trackers.filter((one) => isNew(one) && isForeign(duties.ofTracker(one))),
      requests: inventory.requests.filter((one) => isNew(one) && isForeign(duties.ofRequest(one))),
    },
  };
}

function withoutSwitch(input: AuditInput, scenario: Scenario, purpose: StandardPurpose): Judgement {
  const { inventory } = input;
  const duties = readDuties(input);
  const isOf = ({ duty, purpose: own }: Owed) =>
    duty === 'optional' && coversOf(input.config, own).includes(purpose);
  const evidence = [scenarioEvidence(inventory, scenario), ...pagesEvidence(inventory, scenario).slice(0, 1)];
  const isUsed =
    inventory.trackers.some((one) => isOf(duties.ofTracker(one))) ||
    inventory.requests.some((one) => isOf(duties.ofRequest(one)));
  if (!isUsed)
    return {
      verdict: 'inapplicable',
      subject: `purpose ${purpose}`,
      message: `The scan saw nothing whose purpose is "${purpose}", and no switch for it.`,
      evidence,
    };
  return {
    verdict: 'review',
    subject: `purpose ${purpose}`,
    message: `The site uses things whose purpose is "${purpose}", and the scan found no way to allow them alone.`,
    evidence,
    todo: 'Look whether this purpose has a switch of its own that can be saved while the others are off.',
  };
}

function judgeAlone(input: AuditInput, scenario: Scenario, purpose: StandardPurpose): readonly Judgement[] {
  if (!isDone(input.inventory, scenario)) return [withoutSwitch(input, scenario, purpose)];
  const judgements = judgeSilence(withoutExpected(input, scenario, purpose), {
    scenario,
    when: `with "${purpose}" alone allowed`,
    todo: 'Let it wait for its own purpose, whatever else the visitor allows.',
  });
  return judgements.map((one) =>
    one.verdict === 'pass'
      ? {
          ...one,
          subject: `purpose ${purpose}`,
          message: `Nothing of another purpose was stored or asked for with "${purpose}" alone allowed.`,
        }
      : { ...one, subject: `${purpose}: ${one.subject}` },
  );
}

const audit: Audit = {
  id: 'purposes-honoured',
  title: 'Who allows one purpose alone gets nothing of the others',
  description:
    'In the scenarios only-functional, only-analytics and only-marketing the scan opens the settings, switches on what its label names as that purpose (by the names that the configuration gives to purposes, where there is one) and nothing else, saves, and visits every page: what belongs to another purpose may not be stored or asked for. Nothing is saved where no label, or no single purpose, can be read from the switches. What runs after a refusal too is told by reject-honoured.',
  rules: ['LAW-L2-001', 'LAW-L2-003'],
  modes: ['opt-in'],
  severity: 'error',
  judge(input) {
    const { inventory } = input;
    const played = Object.entries(ALONE).filter(([id]) =>
      inventory.scenarios.some(({ scenario }) => scenario === id),
    ) as [Scenario, StandardPurpose][];
    if (played.length > 0)
      return played.flatMap(([scenario, purpose]) => judgeAlone(input, scenario, purpose));
    const names = Object.keys(ALONE).join(', ');
    return [
      {
        verdict: 'inapplicable',
        subject: 'scenarios',
        message: `The scan left these out: add ${names} to --scenarios.`,
        evidence: [{ text: `none of the scenarios ${names} is part of this scan` }],
      },
    ];
  },
};

export default audit;
