import { html } from 'hono/html';
import type { Site } from '../sites/site-registry.ts';
import { DAYS, type DayRow, sumActions } from './days.ts';
import { formatCount, formatShare } from './format.ts';
import type { Page } from './page.ts';

/** A site with its last days. */
export interface SiteSummary {
  readonly site: Site;
  readonly rows: readonly DayRow[];
}

/** All sites of the server. */
export function sitesPage(summaries: readonly SiteSummary[]): Page {
  return {
    title: 'Sites',
    crumbs: [],
    body: html`<h1>Sites</h1>
<p class="lead">What visitors of your sites answered in the last ${DAYS} days.</p>
${
  summaries.length === 0
    ? html`<div class="empty"><p>This server has no site yet. Make a configuration, then start it with that file:</p>
<pre>avowal scan https://www.example.org/
avowal init
avowal serve --config avowal.config.json</pre></div>`
    : html`<ul class="cards">${summaries.map(({ site, rows }) => {
        const sums = sumActions(rows);
        const answers = sums.accept + sums.reject + sums.save;
        const { id, name, domains } = site.config.site;
        return html`<li class="card"><h2><a href="/sites/${id}">${name}</a></h2>
<p class="hint">${domains.join(', ')}</p>
${site.problem ? html`<p><span class="tag review">Last edit is broken</span></p>` : ''}
<dl class="figures"><div><dt>Answers</dt><dd>${formatCount(answers)}</dd></div>
<div><dt>Accepted all</dt><dd>${formatShare(sums.accept, answers)}</dd></div>
<div><dt>Rejected all</dt><dd>${formatShare(sums.reject, answers)}</dd></div></dl></li>`;
      })}</ul>`
}`,
  };
}
