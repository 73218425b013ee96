import { html } from 'hono/html';
import { findRegime } from '../../knowledge/find-regime.ts';
import { type AuditReport, levelOf } from '../../model/audit-report.ts';
import { type Markup, table } from './markup.ts';
import { count, outcomeText, SCENARIO_WORDS } from './report-words.ts';

/** The sentence that a hurried reader takes away. */
function sentence({ findings, pages }: AuditReport): string {
  const errors = findings.filter((finding) => levelOf(finding) === 'error').length;
  const reviews = findings.filter(({ verdict }) => verdict === 'review').length;
  const where = `On ${count(pages, 'page')},`;
  const rest = reviews > 0 ? ` A person must look at ${count(reviews, 'thing')}.` : '';
  if (errors === 0) return `${where} nothing was found that breaks a promise to the visitor.${rest}`;
  return `${where} ${count(errors, 'finding breaks', 'findings break')} a promise to the visitor.${rest}`;
}

/** The answer, and its figures. */
export function auditSummary(report: AuditReport): Markup {
  const { findings, complete } = report;
  const of = (verdict: string) => findings.filter((finding) => finding.verdict === verdict);
  const figures = [
    ['Errors', of('fail').filter(({ severity }) => severity === 'error').length],
    ['Warnings', of('fail').filter(({ severity }) => severity === 'warning').length],
    ['To look at', of('review').length],
    ['Passed', of('pass').length],
  ] as const;
  return html`<p class="lead">${sentence(report)}</p>
${complete ? '' : html`<p class="note">The scan was stopped before its end: what it did not see is not judged.</p>`}
<dl class="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p class="muted by">Judged by the rules for: ${findRegime(report.regime).name}. An error breaks a promise to the visitor, a warning is a weakness.</p>`;
}

/** What the scan did. */
export const auditScenarios = ({ scenarios }: AuditReport): Markup =>
  table(
    'What the visitor did',
    ['Scenario', 'How it went', 'Clicked'],
    scenarios.map((result) => [
      SCENARIO_WORDS[result.scenario],
      outcomeText(result),
      result.clicked ? html`<code>${result.clicked}</code>` : '–',
    ]),
  );
