import { ALL_MODES, type Audit, type AuditInput, type Judgement } from '../audit.ts';
import { isDone, notScanned, scenarioEvidence } from '../judge/evidence.ts';
import { judgeSilence } from '../judge/judge-silence.ts';

const SCENARIO = 'gpc';
const ADVICE =
  'Take the header "Sec-GPC: 1" and navigator.globalPrivacyControl for an opt-out, before any tag runs.';

/** Where consent is asked for, only what the signal brought on is new. */
function withoutEarlier(input: AuditInput): AuditInput {
  const { inventory, regime } = input;
  if (regime.mode !== 'opt-in') return input;
  return {
    ...input,
    inventory: {
      ...inventory,
      trackers: inventory.trackers.filter(({ seen }) => !seen.none),
      requests: inventory.requests.filter(({ seen }) => !seen.none),
    },
  };
}

function judge(input: AuditInput): readonly Judgement[] {
  const { inventory, regime } = input;
  const result = inventory.scenarios.find(({ scenario }) => scenario === SCENARIO);
  if (!result) return [notScanned(inventory, SCENARIO)];
  const evidence = [scenarioEvidence(inventory, SCENARIO)];
  if (regime.gpc !== 'deny' && regime.mode !== 'opt-in')
    return [
      {
        verdict: 'inapplicable',
        subject: `scenario ${SCENARIO}`,
        message: `In "${regime.name}" the signal changes nothing.`,
        evidence,
      },
    ];
  if (!isDone(inventory, SCENARIO))
    return [
      {
        verdict: 'review',
        subject: `scenario ${SCENARIO}`,
        message: 'The scan saw no page with the signal, so it proves nothing about it.',
        evidence,
        todo: 'Scan the site again with the scenario "gpc".',
      },
    ];
  return judgeSilence(withoutEarlier(input), {
    scenario: SCENARIO,
    when: 'with Global Privacy Control on',
    todo: ADVICE,
    // The signal opts out of sale and sharing; whether statistics or comfort are one of these a person must say.
    ...(regime.mode !== 'opt-in' && { forbids: (purpose) => purpose === 'marketing' }),
  });
}

const audit: Audit = {
  id: 'gpc-honoured',
  title: 'Global Privacy Control is taken for an opt-out, and never for a consent',
  description:
    'The visitor sends the header and shows the property, and answers nothing. Where the law makes the signal an opt-out, marketing must stay off and a person looks at other optional things; where consent is asked for, nothing may come on because of it.',
  rules: ['US-GPC-001', 'US-GPC-007'],
  modes: ALL_MODES,
  severity: 'error',
  judge,
};

export default audit;
