import { type AuditEvidence, type AuditFinding, type AuditReport, levelOf } from '../model/audit-report.ts';
import { type FindingGroup, groupFindings } from '../scan/group-findings.ts';
import { plainText } from './plain-text.ts';
import { clip } from './print-table.ts';
import type { Terminal } from './terminal.ts';

type Style = Terminal['style'];

/** Of one audit; the report has all. */
const MOST = 8;

const WORDS = { error: 'error', warning: 'warning', review: 'review' } as const;

function markOf(finding: AuditFinding, style: Style): string {
  if (finding.verdict === 'review') return style('cyan', WORDS.review);
  return finding.severity === 'error' ? style(['bold', 'red'], WORDS.error) : style('yellow', WORDS.warning);
}

function whereOf({ page, scenario, initiators: [first] = [], text }: AuditEvidence): string {
  const cause = first ? `, by ${first.url}${first.line === undefined ? '' : `:${first.line}`}` : '';
  return plainText(`${page ?? text}${scenario ? ` (${scenario})` : ''}${cause}`);
}

function findingText(finding: AuditFinding, style: Style, todo: string): string {
  const [first, ...more] = finding.evidence;
  const known = finding.isKnown ? style('dim', ' (in the baseline)') : '';
  return [
    `${markOf(finding, style)}  ${clip(plainText(finding.message), 240)}${known}`,
    ...(first
      ? [
          `  seen: ${clip(whereOf(first), 160)}${more.length > 0 ? `, and ${more.length} more in the report` : ''}`,
        ]
      : []),
    ...(todo ? [`  do:   ${plainText(todo)}`] : []),
  ].join('\n');
}

/** What is the same for all findings of an audit is said once. */
function groupText({ audit, title, rules, findings, found, todo }: FindingGroup, style: Style): string {
  const more = findings.length - MOST;
  return [
    `${style('bold', title)}: ${found}`,
    style('dim', [audit, rules.join(', ')].filter(Boolean).join(' · ')),
    ...(todo ? [`do: ${plainText(todo)}`] : []),
    ...findings
      .slice(0, MOST)
      .map((finding) => findingText(finding, style, finding.todo === todo ? '' : finding.todo)),
    ...(more > 0 ? [`… and ${more} more like these in the report`] : []),
  ].join('\n');
}

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** A report for the eye: by audit, what fails first, what a person must look at, then what passed in one line. */
export function auditSummary(report: AuditReport, style: Style): string {
  const { findings } = report;
  const troubles = findings.filter((finding) => levelOf(finding) !== null);
  const listed = (verdict: AuditFinding['verdict']) => [
    ...new Set(findings.filter((finding) => finding.verdict === verdict).map(({ audit }) => audit)),
  ];
  const errors = troubles.filter((finding) => levelOf(finding) === 'error');
  const reviews = troubles.filter(({ verdict }) => verdict === 'review');
  const warnings = troubles.length - errors.length - reviews.length;
  const passed = listed('pass');
  return [
    `${style('bold', plainText(report.site))}: ${count(report.pages, 'page')}, judged by the rules of "${report.regime}": ${count(errors.length, 'error')}, ${count(warnings, 'warning')}, ${count(reviews.length, 'finding')} for a person to look at`,
    ...groupFindings(troubles).map((group) => groupText(group, style)),
    ...(passed.length > 0 ? [`${style('green', 'passed')}: ${passed.join(', ')}`] : []),
    ...(listed('inapplicable').length > 0
      ? [style('dim', `not asked here: ${listed('inapplicable').join(', ')}`)]
      : []),
  ].join('\n\n');
}
