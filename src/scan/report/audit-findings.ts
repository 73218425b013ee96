import { html } from 'hono/html';
import { ruleFamilies } from '../../knowledge/rules/index.ts';
import type { AuditEvidence, AuditFinding, AuditReport, Verdict } from '../../model/audit-report.ts';
import type { Initiator } from '../../model/inventory.ts';
import type { AuditReportInput } from '../audit-reporter.ts';
import { audits } from '../audits/index.ts';
import { type FindingGroup, groupFindings } from '../group-findings.ts';
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

const titleOf = (audit: string) => audits.find(({ id }) => id === audit)?.title ?? audit;

const LEVELS = { error: 'Error', warning: 'Warning' } as const;

const badgeOf = ({ verdict, severity }: AuditFinding) =>
  verdict === 'fail' ? LEVELS[severity] : (VERDICTS.find(([id]) => id === verdict)?.[1] ?? '');

const rulesById = new Map(ruleFamilies.flatMap(({ rules }) => rules).map((rule) => [rule.id, rule]));

/** What the rules want, and where that is written. */
const rulesList = (ids: readonly string[]): Markup =>
  html`<ul class="rules">${ids.map((id) => {
    const rule = rulesById.get(id);
    return html`<li><code>${id}</code> ${rule ? html`${rule.statement} <span class="muted">${rule.source}</span>` : ''}</li>`;
  })}</ul>`;

interface Shown {
  readonly pictures: AuditReportInput['pictures'];
  /** What the findings around it say already is left out. */
  readonly isInGroup: boolean;
  readonly todo: string;
}

function findingItem(finding: AuditFinding, { pictures, isInGroup, todo }: Shown): Markup {
  const { audit, verdict, severity, rules, message, evidence, isKnown } = finding;
  const own = isInGroup
    ? ''
    : html`<dt>Asked</dt><dd>${titleOf(audit)} (<code>${audit}</code>)</dd>${rules.length > 0 ? html`<dt>Rules</dt><dd>${rulesList(rules)}</dd>` : ''}`;
  return html`<details class="finding ${verdict}"><summary>
<span class="badge ${verdict === 'fail' ? severity : verdict}">${badgeOf(finding)}</span>
<span class="what">${shorten(message, 300)}${isKnown ? html` <span class="muted">in the baseline</span>` : ''}</span></summary>
<div class="body">${todo || own ? html`<dl class="facts">${todo ? html`<dt>What to do</dt><dd>${todo}</dd>` : ''}${own}</dl>` : ''}
<p class="muted">Evidence</p>
<ul class="evidence">${evidence.map((item) => evidenceItem(item, pictures[item.screenshot ?? '']))}</ul></div></details>`;
}

function groupItem(
  { audit, title, rules, findings, found, todo }: FindingGroup,
  pictures: Shown['pictures'],
): Markup {
  const items = findings.map((finding) =>
    findingItem(finding, { pictures, isInGroup: true, todo: finding.todo === todo ? '' : finding.todo }),
  );
  return html`<section class="group" aria-labelledby="audit-${audit}"><h3 id="audit-${audit}">${title} <span>${found}</span></h3>
<dl class="facts">${todo ? html`<dt>What to do</dt><dd>${todo}</dd>` : ''}
${rules.length > 0 ? html`<dt>Rules</dt><dd>${rulesList(rules)}</dd>` : ''}<dt>Audit</dt><dd><code>${audit}</code></dd></dl>
<div class="findings">${items}</div></section>`;
}

function restItem(title: string, findings: readonly AuditFinding[], pictures: Shown['pictures']): Markup {
  const items = findings.map((finding) => findingItem(finding, { pictures, isInGroup: false, todo: '' }));
  return items.length === 0
    ? html``
    : html`<section class="group"><h3>${title} <span>${items.length}</span></h3><div class="findings">${items}</div></section>`;
}

/** Every finding with its evidence: troubles by audit, the gravest first, then what passed and what was not asked. */
export function auditFindings({ report, pictures }: AuditReportInput): readonly Markup[] {
  const of = (...verdicts: readonly Verdict[]) =>
    report.findings.filter(({ verdict }) => verdicts.includes(verdict));
  return [
    ...groupFindings(of('fail', 'review')).map((group) => groupItem(group, pictures)),
    restItem('Passed', of('pass'), pictures),
    restItem('Not asked here', of('inapplicable'), pictures),
  ];
}
