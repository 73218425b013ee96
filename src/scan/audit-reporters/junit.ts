import { html as xml } from 'hono/html';
import { type AuditEvidence, type AuditFinding, levelOf } from '../../model/audit-report.ts';
import type { AuditReporter } from '../audit-reporter.ts';

/** XML 1.0 has no way to write these; a scanned site may put them into names. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const clean = (text: string) => text.toWellFormed().replace(UNWRITABLE, '\u{fffd}');

const evidenceLine = ({ text, page, scenario, initiators: [first] = [] }: AuditEvidence) =>
  [text, page, scenario && `scenario ${scenario}`, first && `by ${first.url}:${first.line ?? ''}`]
    .filter(Boolean)
    .join(' · ');

function outcome(finding: AuditFinding) {
  const { verdict, severity, message, todo, evidence, isKnown, rules } = finding;
  if (levelOf(finding) === null && verdict === 'pass') return '';
  if (verdict !== 'fail' || isKnown) {
    const why = isKnown ? 'in the baseline' : verdict === 'review' ? 'a person must look' : 'does not apply';
    return xml`<skipped message="${clean(`${why}: ${message}`)}"/>`;
  }
  const text = [`${message} ${todo}`, `Rules: ${rules.join(', ')}`, ...evidence.map(evidenceLine)].join('\n');
  return xml`<failure type="${severity}" message="${clean(message)}">${clean(text)}</failure>`;
}

const isFailure = ({ verdict, isKnown }: AuditFinding) => verdict === 'fail' && !isKnown;

const isSkipped = (finding: AuditFinding) => finding.verdict !== 'pass' && !isFailure(finding);

function suite(audit: string, findings: readonly AuditFinding[], time: string) {
  const cases = findings.map(
    (finding) =>
      xml`<testcase classname="avowal.${audit}" name="${clean(finding.subject)}">${outcome(finding)}</testcase>`,
  );
  return xml`<testsuite name="${audit}" tests="${findings.length}" failures="${findings.filter(isFailure).length}" errors="0" skipped="${findings.filter(isSkipped).length}" timestamp="${time}">${cases}</testsuite>
`;
}

/** JUnit XML, which every build server reads: what a person must look at is skipped, not failed. */
const junit: AuditReporter = {
  id: 'junit',
  file: 'audit.junit.xml',
  render({ report: { findings, site, scannedAt } }) {
    const suites = Map.groupBy(findings, ({ audit }) => audit);
    const body = [...suites].sort().map(([audit, group]) => suite(audit, group, scannedAt));
    return String(xml`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="avowal audit ${clean(site)}" tests="${findings.length}" failures="${findings.filter(isFailure).length}">
${body}</testsuites>
`);
  },
};

export default junit;
