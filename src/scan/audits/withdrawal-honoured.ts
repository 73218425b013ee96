import type { Inventory } from '../../model/inventory.ts';
import { ALL_MODES, type Audit, type AuditInput, type Judgement } from '../audit.ts';
import { usesOptional } from '../judge/duties.ts';
import { isDone, notScanned, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';
import { judgeSilence } from '../judge/judge-silence.ts';

const SCENARIO = 'withdraw';

/** A cookie that another company keeps is not the site's to delete; asking for it again is. */
function withoutForeignRemains(inventory: Inventory): Inventory {
  const asked = new Set(
    inventory.requests.filter(({ seen }) => seen[SCENARIO]).map(({ service }) => service),
  );
  return {
    ...inventory,
    trackers: inventory.trackers.filter(({ party, service }) => party === 'first' || asked.has(service)),
  };
}

function withoutWithdrawal(input: AuditInput): Judgement {
  const { inventory } = input;
  const result = inventory.scenarios.find(({ scenario }) => scenario === SCENARIO);
  const evidence = [scenarioEvidence(inventory, SCENARIO), ...pagesEvidence(inventory, SCENARIO).slice(0, 1)];
  if (!result) return notScanned(inventory, SCENARIO);
  if (result.outcome === 'no-control')
    return {
      verdict: 'review',
      subject: 'control',
      message: 'Consent was given, and the scan found no control that takes it back.',
      evidence,
      todo: 'Put a link or button on every page that opens the settings again, with a button that withdraws everything.',
    };
  if (!usesOptional(input))
    return {
      verdict: 'inapplicable',
      subject: `scenario ${SCENARIO}`,
      message: 'The scan saw nothing optional, so there is nothing to withdraw.',
      evidence,
    };
  return {
    verdict: 'review',
    subject: `scenario ${SCENARIO}`,
    message: 'The scan gave no consent, so whether a withdrawal holds is not known.',
    evidence,
    todo: 'Accept and withdraw by hand, and look at what is stored then.',
  };
}

const audit: Audit = {
  id: 'withdrawal-honoured',
  title: 'A withdrawal stops everything optional and removes what it left',
  description:
    'The scan accepts, opens the page again, withdraws by the control that it finds, and visits every page: what is stored on the site or asked for then must be exempt from consent. Cookies that other companies keep on hosts of their own are not counted unless they are asked again.',
  rules: ['WDR-001', 'WDR-004'],
  modes: ALL_MODES,
  severity: 'error',
  judge: (input) =>
    isDone(input.inventory, SCENARIO)
      ? judgeSilence(
          { ...input, inventory: withoutForeignRemains(input.inventory) },
          {
            scenario: SCENARIO,
            when: 'after the withdrawal',
            todo: 'Stop it on withdrawal, delete what it stored on the site, and load the page again where it cannot be stopped.',
          },
        )
      : [withoutWithdrawal(input)],
};

export default audit;
