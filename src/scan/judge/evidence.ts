import type { AuditEvidence } from '../../model/audit-report.ts';
import type { Inventory, ObservedTracker, RequestSummary, Scenario } from '../../model/inventory.ts';
import type { Judgement } from '../audit.ts';

const MOST = 5;

/** Where a tracker was seen in a scenario, at most five places. */
export const trackerEvidence = (
  { name, kind, evidence }: ObservedTracker,
  scenarios: readonly Scenario[],
): readonly AuditEvidence[] =>
  evidence
    .filter(({ scenario }) => scenarios.includes(scenario))
    .slice(0, MOST)
    .map(({ page, scenario, time, initiators }) => ({
      text: `${kind} ${name}`,
      page,
      scenario,
      time,
      initiators,
    }));

/** What was asked for, and because of what. */
export const requestEvidence = (
  { host, types, count, example, initiators }: RequestSummary,
  scenario: Scenario,
): AuditEvidence => ({
  text: `${count} × ${types.join(', ')} from ${host}, such as ${example}`,
  scenario,
  initiators,
});

/** The pages that were visited in a scenario: what a verdict rests on where nothing was found. */
export const pagesEvidence = ({ pages }: Inventory, scenario: Scenario): readonly AuditEvidence[] =>
  pages
    .filter((page) => page.scenario === scenario && page.status > 0)
    .slice(0, MOST)
    .map(({ url, status, screenshot }) => ({
      text: `visited, status ${status}`,
      page: url.replace(/[?#].*/, ''),
      scenario,
      ...(screenshot && { screenshot }),
    }));

/** The scan itself, where it is all that can be pointed at. */
export const scenarioEvidence = ({ scenarios }: Inventory, scenario: Scenario): AuditEvidence => {
  const result = scenarios.find((one) => one.scenario === scenario);
  const text = result
    ? `scenario ${scenario}: ${result.outcome}`
    : `scenario ${scenario}: not part of this scan`;
  return { text: result?.clicked ? `${text}, clicked ${result.clicked}` : text, scenario };
};

/** What an audit says whose scenario was not asked for: nothing is known, and nothing is held against the site. */
export const notScanned = (inventory: Inventory, scenario: Scenario): Judgement => ({
  verdict: 'inapplicable',
  subject: `scenario ${scenario}`,
  message: `The scan left this out: add "${scenario}" to --scenarios.`,
  evidence: [scenarioEvidence(inventory, scenario)],
});

/** Whether a scenario ran to its end on at least one page that answered. */
export const isDone = ({ scenarios, pages }: Inventory, scenario: Scenario): boolean =>
  scenarios.some((result) => result.scenario === scenario && result.outcome === 'done') &&
  pages.some((page) => page.scenario === scenario && page.status > 0);
