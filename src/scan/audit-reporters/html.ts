import { html as markup, raw } from 'hono/html';
import type { AuditReporter, AuditReportInput } from '../audit-reporter.ts';
import { auditFilter, auditFindings } from '../report/audit-findings.ts';
import { AUDIT_STYLE } from '../report/audit-style.ts';
import { auditScenarios, auditSummary } from '../report/audit-summary.ts';
import { section } from '../report/markup.ts';
import { REPORT_STYLE } from '../report/report-style.ts';

/** Nothing in the report can run or be fetched, whatever a site calls its cookies: the filter is made of CSS. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const day = (iso: string) =>
  new Date(iso).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

function render(input: AuditReportInput): string {
  const { report } = input;
  const { host } = new URL(report.site);
  const page = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer"><title>Audit of ${host}</title><style>${raw(REPORT_STYLE + AUDIT_STYLE)}</style></head>
<body><main><header><p class="eyebrow">Audit of the scan of ${day(report.scannedAt)} UTC</p>
<h1>Does ${host} keep its word?</h1>${auditSummary(report)}</header>
${section('findings', 'What was found', [auditFilter(report), ...auditFindings(input)])}
${section('scenarios', 'What the visitor did', auditScenarios(report))}
</main><footer><p>Made by Avowal with ${report.browser}. It says what one browser saw from one place at one time, and is no
legal advice. Values of cookies and storage are never kept.</p></footer></body></html>
`;
  return String(page);
}

/** A report for people: one file with every finding and its evidence, for screen and paper. */
const html: AuditReporter = { id: 'html', file: 'audit.html', render };

export default html;
