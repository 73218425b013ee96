import type { Audit, Judgement } from '../audit.ts';
import { notScanned, scenarioEvidence } from '../judge/evidence.ts';

const SCENARIO = 'gpc';
const ADDRESS = '/.well-known/gpc.json';

const audit: Audit = {
  id: 'gpc-declared',
  title: 'The site says that it honours Global Privacy Control',
  description: `Asks for ${ADDRESS}, which must be an object with "gpc": true. Whether the site then keeps to it is another audit's question.`,
  rules: ['US-GPC-005'],
  modes: ['opt-out'],
  severity: 'warning',
  judge({ inventory, regime }): readonly Judgement[] {
    const result = inventory.scenarios.find(({ scenario }) => scenario === SCENARIO);
    if (result?.declaresGpc === undefined) return [notScanned(inventory, SCENARIO)];
    const evidence = [
      {
        text: `${ADDRESS} says "gpc": true: ${result.declaresGpc ? 'yes' : 'no'}`,
        page: inventory.site + ADDRESS,
      },
      scenarioEvidence(inventory, SCENARIO),
    ];
    if (regime.gpc !== 'deny')
      return [
        {
          verdict: 'inapplicable',
          subject: ADDRESS,
          message: `In "${regime.name}" the signal changes nothing.`,
          evidence,
        },
      ];
    if (result.declaresGpc)
      return [
        { verdict: 'pass', subject: ADDRESS, message: 'The site says that it honours the signal.', evidence },
      ];
    return [
      {
        verdict: 'fail',
        subject: ADDRESS,
        message: 'The site does not say at the well-known address that it honours the signal.',
        evidence,
        todo: `Answer ${ADDRESS} with {"gpc": true, "lastUpdate": "…"} as application/json.`,
      },
    ];
  },
};

export default audit;
