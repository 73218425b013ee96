import { html } from 'hono/html';
import type { AuditEvidence, AuditFinding, AuditReport, Verdict } from '../../model/audit-report.ts';
import type { Initiator } from '../../model/inventory.ts';
import type { AuditReportInput } from '../audit-reporter.ts';
import { audits } from '../audits/index.ts';
import type { Markup } from './markup.ts';
import { SCENARIO_WORDS, shorten } from './report-words.ts';

const VERDICTS: readonly (readonly [Verdict, string])[] = [
  ['fail', 'Failed'],
  ['review', 'To look at'],
  ['pass', 'Passed'],
  ['inapplicable', 'Not asked here'],
];

/** Buttons that hide all findings but one kind: radio buttons that the style sheet looks at. */
export const auditFilter = ({ findings }: AuditReport): Markup => {
  const option = (id: string, text: string, number: number, isChecked = false) =>
    html`<label><input type="radio" name="show" id="show-${id}"${isChecked ? html` checked` : ''}><span>${text} <b>${number}</b></span></label>`;
  return html`<fieldset class="filter"><legend>Show</legend>
${option('all', 'All', findings.length, true)}
${VERDICTS.map(([verdict, text]) =>
  option(verdict, text, findings.filter((finding) => finding.verdict === verdict).length),
)}</fieldset>`;
};

const moment = (iso: string) =>
  `${new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })} UTC`;

const place = ({ url, line, column }: Initiator) =>
  shorten(url, 300) + (line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`);

function evidenceItem(evidence: AuditEvidence, picture = ''): Markup {
  const { text, page, scenario, time, initiators = [] } = evidence;
  const where = [
    scenario && SCENARIO_WORDS[scenario],
    page && shorten(page, 300),
    time && moment(time),
  ].filter(Boolean);
  return html`<li>${shorten(text, 300)}
${initiators.length > 0 ? html`<ul class="chain">${initiators.map((one) => html`<li>because of <code>${place(one)}</code></li>`)}</ul>` : ''}
<div class="muted">${where.join(' · ')}</div>
${picture ? html`<img class="proof" src="${picture}" alt="Screenshot of the page">` : ''}</li>`;
}

const LEVELS = { error: 'Error', warning: 'Warning' } as const;

const badgeOf = ({ verdict, severity }: AuditFinding) =>
  verdict === 'fail' ? LEVELS[severity] : (VERDICTS.find(([id]) => id === verdict)?.[1] ?? '');

function findingItem(finding: AuditFinding, pictures: AuditReportInput['pictures']): Markup {
  const { audit, verdict, severity, rules, message, evidence, todo, isKnown } = finding;
  const title = audits.find(({ id }) => id === audit)?.title ?? audit;
  return html`<details class="finding ${verdict}"><summary>
<span class="badge ${verdict === 'fail' ? severity : verdict}">${badgeOf(finding)}</span>
<span class="what">${shorten(message, 300)}${isKnown ? html` <span class="muted">in the baseline</span>` : ''}</span></summary>
<div class="body"><dl class="facts">${todo ? html`<dt>What to do</dt><dd>${todo}</dd>` : ''}
<dt>Asked</dt><dd>${title}</dd><dt>Audit</dt><dd><code>${audit}</code></dd><dt>Rules</dt><dd>${rules.join(', ')}</dd></dl>
<p class="muted">Evidence</p>
<ul class="evidence">${evidence.map((item) => evidenceItem(item, pictures[item.screenshot ?? '']))}</ul></div></details>`;
}

/** Every finding with its evidence, the gravest first. */
export const auditFindings = ({ report, pictures }: AuditReportInput): readonly Markup[] => [
  html`<div class="findings">${report.findings.map((finding) => findingItem(finding, pictures))}</div>`,
];
