import { html } from 'hono/html';
import { type AuditReport, levelOf } from '../../model/audit-report.ts';
import type { Inventory, ObservedTracker } from '../../model/inventory.ts';
import { STANDARD_PURPOSES } from '../../model/purpose.ts';
import { formatCount, formatTime } from './format.ts';
import type { Markup } from './page.ts';

const reviewList = (trackers: readonly ObservedTracker[]) =>
  html`<h3>Needs review</h3>
<p class="hint">Nothing explains these yet. Look at where they come from, then give each a service and a purpose in the configuration.</p>
<ul>${trackers
    .slice(0, 20)
    .map(
      (tracker) => html`<li><code>${tracker.name}</code> <span class="hint">on ${tracker.host}</span></li>`,
    )}</ul>${trackers.length > 20 ? html`<p class="hint">and ${trackers.length - 20} more, in the report.</p>` : ''}`;

/** What the card shows of the last scan. */
export interface ScanView {
  readonly inventory: Inventory | undefined;
  readonly audit: AuditReport | undefined;
  readonly hasReport: boolean;
}

/** What the audits say, in one line; errors break the promise to the visitor. */
function auditLine({ findings }: AuditReport): Markup {
  const errors = findings.filter((finding) => levelOf(finding) === 'error').length;
  const warnings = findings.filter((finding) => levelOf(finding) === 'warning').length;
  const tag = errors > 0 ? 'fail' : warnings > 0 ? 'review' : 'pass';
  const words =
    errors > 0
      ? `${formatCount(errors)} ${errors === 1 ? 'error' : 'errors'}`
      : warnings > 0
        ? 'no errors'
        : 'nothing to do';
  return html`<p>Audit: <span class="tag ${tag}">${words}</span>${warnings > 0 ? html` <span class="hint">${formatCount(warnings)} to look at</span>` : ''}</p>`;
}

/** What the last scan found. */
export function inventoryCard(
  site: string,
  domain: string,
  { inventory, audit, hasReport }: ScanView,
): Markup {
  if (!inventory) {
    return html`<section class="card" aria-labelledby="inventory"><h2 id="inventory">Inventory</h2>
<div class="empty"><p>This site has not been scanned yet, so nobody can say whether its configuration is complete.</p>
<pre>avowal worker</pre>
<p>beside this server scans it now and every night, and the result shows here. Once, by hand:</p>
<pre>avowal audit https://${domain}/ --out DATA/${site}</pre>
<p>where DATA is the data folder of this server.</p></div></section>`;
  }
  const { trackers, finishedAt, pages } = inventory;
  const review = trackers.filter((tracker) => tracker.classification.needsReview);
  const count = (purpose: ObservedTracker['purpose']) =>
    trackers.filter((tracker) => tracker.purpose === purpose).length;
  const rows = [
    ...STANDARD_PURPOSES.map((purpose) => [purpose, count(purpose)] as const),
    ['unknown', count(null)] as const,
  ];
  const visited = new Set(pages.map((page) => page.url)).size;
  return html`<section class="card" aria-labelledby="inventory"><h2 id="inventory">Inventory</h2>
<p class="hint">Scanned ${formatTime(finishedAt)}, ${formatCount(visited)} ${visited === 1 ? 'page' : 'pages'}${inventory.complete ? '' : ', not finished'}.</p>
${audit && audit.scannedAt === finishedAt ? auditLine(audit) : ''}
<dl class="figures"><div><dt>Trackers</dt><dd>${formatCount(trackers.length)}</dd></div>
<div><dt>Services</dt><dd>${formatCount(inventory.services.length)}</dd></div>
<div><dt>Need review</dt><dd>${formatCount(review.length)}</dd></div></dl>
<table><thead><tr><th scope="col">Purpose, as far as known</th><th scope="col" class="num">Trackers</th></tr></thead>
<tbody>${rows
    .filter(([, number]) => number > 0)
    .map(
      ([purpose, number]) =>
        html`<tr><th scope="row">${purpose}</th><td class="num">${formatCount(number)}</td></tr>`,
    )}</tbody></table>
${review.length > 0 ? reviewList(review) : ''}
${hasReport ? html`<ul class="links"><li><a href="/sites/${site}/report">Read the whole report</a></li>${audit ? html`<li><a href="/sites/${site}/audit">Read the audit</a></li>` : ''}</ul>` : ''}</section>`;
}
