import { html } from 'hono/html';
import type { Inventory, Scenario } from '../../model/inventory.ts';
import { type Markup, table } from './markup.ts';
import { count, outcomeText, SCENARIO_WORDS } from './report-words.ts';

const seenIn = ({ trackers }: Inventory, scenario: Scenario) =>
  trackers.filter(({ seen }) => seen[scenario]).length;

const pagesIn = ({ pages }: Inventory, scenario: Scenario) =>
  pages.filter((page) => page.scenario === scenario).length;

/** The sentence that a hurried reader takes away. */
function summarySentence(inventory: Inventory): string {
  const { trackers, services } = inventory;
  const addresses = new Set(inventory.pages.map(({ url }) => url)).size;
  const third = trackers.filter(({ party }) => party === 'third').length;
  const early = trackers.filter(({ seen, purpose }) => seen.none && purpose !== 'necessary').length;
  const review = trackers.filter(({ classification }) => classification.needsReview).length;
  const where = `On ${count(addresses, 'page')}`;
  if (trackers.length === 0) return `${where}, the scan saw nothing stored and no pixel sent.`;
  return [
    `${where}, the scan saw ${count(trackers.length, 'tracker')}, ${third} of them from third parties,`,
    `and ${count(services.length, 'service')} at work.`,
    early > 0
      ? `${early} not known to be necessary ${early === 1 ? 'was' : 'were'} there before any choice.`
      : 'Nothing but what is known to be necessary was there before a choice.',
    review > 0 ? `${count(review, 'tracker needs', 'trackers need')} a person to look.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Figures, scenarios, and what a reader must know before believing them. */
export function reportSummary(inventory: Inventory): Markup {
  const { trackers, services, requests, scenarios, problems, complete } = inventory;
  const figures = [
    ['Trackers', trackers.length],
    ['Need review', trackers.filter(({ classification }) => classification.needsReview).length],
    ['Services', services.length],
    ['Third-party hosts', new Set(requests.filter((r) => r.party === 'third').map((r) => r.host)).size],
  ] as const;
  return html`<p class="lead">${summarySentence(inventory)}</p>
${complete ? '' : html`<p class="note">The scan was stopped before its end. What was gathered until then is here.</p>`}
${
  problems.length > 0
    ? html`<p class="note">${count(problems.length, 'problem')} came up, so that something may be missing: <a href="#problems">see them</a>.</p>`
    : ''
}
<dl class="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<h2 id="scenarios">What the visitor did</h2>
${table(
  'Scenarios',
  ['Scenario', 'Pages', 'Trackers seen', 'How it went', 'Clicked'],
  scenarios.map((result) => [
    SCENARIO_WORDS[result.scenario],
    String(pagesIn(inventory, result.scenario)),
    result.outcome === 'no-notice' ? '–' : String(seenIn(inventory, result.scenario)),
    outcomeText(result),
    result.clicked ? html`<code>${result.clicked}</code>` : '–',
  ]),
)}`;
}
