import { html } from 'hono/html';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { ACTION_WORDS, LAYER_WORDS } from './action-words.ts';
import { formatTime } from './format.ts';
import type { Markup } from './page.ts';

/** Records listed on one page. */
export const RECORDS_PER_PAGE = 20;

const recordRow = (record: ConsentRecord) => {
  const granted = Object.values(record.purposes).filter((answer) => answer === 'granted').length;
  return html`<tr><td class="nowrap"><a href="/records/${record.id}">${formatTime(record.receivedAt)}</a></td>
<td><span class="tag ${record.action}">${ACTION_WORDS[record.action]}</span></td>
<td>${LAYER_WORDS[record.layer]}</td>
<td class="nowrap">${granted} of ${Object.keys(record.purposes).length} granted</td>
<td class="mono nowrap">${record.consentId.slice(0, 8)}…</td></tr>`;
};

/** The latest records of a site, or those of one consent id. */
export function recordsCard(site: string, records: readonly ConsentRecord[], consentId: string): Markup {
  const last = records.length === RECORDS_PER_PAGE ? records.at(-1) : undefined;
  const older =
    last &&
    new URLSearchParams({ ...(consentId && { consent: consentId }), before: last.receivedAt, id: last.id });
  return html`<section class="card" aria-labelledby="records"><h2 id="records">Consent records</h2>
<p class="hint">Each answer is one record; none is ever changed. No address and no browser description is kept.</p>
<form action="/sites/${site}#records" method="get" role="search">
<label>Consent id <input name="consent" value="${consentId}" maxlength="64" autocomplete="off" spellcheck="false"></label>
<button>Find</button></form>
${
  records.length === 0
    ? html`<div class="empty"><p>${
        consentId
          ? html`No record has the consent id <code>${consentId}</code>. Visitors find theirs in the preferences. <a href="/sites/${site}#records">Show all records</a>`
          : 'There are no records yet.'
      }</p></div>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="List of records"><table class="stack">
<thead><tr><th scope="col">Received</th><th scope="col">Action</th><th scope="col">Where</th><th scope="col">Purposes</th><th scope="col">Consent id</th></tr></thead>
<tbody>${records.map(recordRow)}</tbody></table></div>`
}
${older ? html`<ul class="links"><li><a href="/sites/${site}?${older.toString()}#records">Older records</a></li></ul>` : ''}</section>`;
}
