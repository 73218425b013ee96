import { html as markup, raw } from 'hono/html';
import { section } from '../report/markup.ts';
import { reportPages } from '../report/report-pages.ts';
import { reportSignals } from '../report/report-signals.ts';
import { REPORT_STYLE } from '../report/report-style.ts';
import { reportSummary } from '../report/report-summary.ts';
import { reportActs, reportProblems, reportRequests, reportServices } from '../report/report-tables.ts';
import { reportTrackers } from '../report/report-trackers.ts';
import type { Reporter, ReportInput } from '../reporter.ts';

/** Nothing in the report can run or be fetched, whatever a site calls its cookies. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const day = (iso: string) =>
  new Date(iso).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

function render(input: ReportInput): string {
  const { inventory } = input;
  const { host } = new URL(inventory.site);
  const page = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer"><title>Scan of ${host}</title><style>${raw(REPORT_STYLE)}</style></head>
<body><main><header><p class="eyebrow">Scan of ${day(inventory.startedAt)} UTC</p>
<h1>What ${host} stores and sends</h1>${reportSummary(inventory)}</header>
${section('trackers', 'Trackers', reportTrackers(inventory))}
${section('services', 'Services', reportServices(inventory))}
${section('signals', 'What the site told others about the answer', reportSignals(inventory))}
${inventory.requests.length > 0 ? section('requests', 'Requests', reportRequests(inventory)) : ''}
${inventory.acts?.length ? section('acts', 'What scripts did', reportActs(inventory)) : ''}
${inventory.problems.length > 0 ? section('problems', 'Problems', reportProblems(inventory)) : ''}
${section('pages', 'Pages', reportPages(input))}
</main><footer><p>Made by Avowal with ${inventory.browser}. It says what one browser saw from one place at one time: another
visitor may see more. Values of cookies and storage are never kept.</p></footer></body></html>
`;
  return String(page);
}

/** A report for people: one file that holds everything, for screen and paper. */
const html: Reporter = { id: 'html', file: 'report.html', render };

export default html;
