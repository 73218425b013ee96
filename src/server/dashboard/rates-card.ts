import { html } from 'hono/html';
import { localize } from '../../model/localized-text.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import type { PurposeCount } from '../stores/record-store.ts';
import { dayChart } from './day-chart.ts';
import { DAYS, type DayRow, sumActions } from './days.ts';
import { formatCount, formatShare } from './format.ts';
import type { Markup } from './page.ts';

/** Consent rates of the last days. Shares are of answers to the question, which a withdrawal is not. */
export function ratesCard(
  config: ResolvedConfig,
  rows: readonly DayRow[],
  purposes: readonly PurposeCount[],
): Markup {
  const sums = sumActions(rows);
  const answers = sums.accept + sums.reject + sums.save;
  if (rows.every((row) => row.total === 0)) {
    return html`<section class="card" aria-labelledby="rates"><h2 id="rates">Answers of the last ${DAYS} days</h2>
<div class="empty"><p>Nobody has answered yet. When the script is on the site, the first answer shows here at once.</p></div></section>`;
  }
  const figures: [string, string][] = [
    ['Answers', formatCount(answers)],
    ['Accepted all', formatShare(sums.accept, answers)],
    ['Rejected all', formatShare(sums.reject, answers)],
    ['Chose', formatShare(sums.save, answers)],
    ['Withdrawals', formatCount(sums.withdraw)],
  ];
  const optional = config.purposes.filter((purpose) => !purpose.required);
  return html`<section class="card" aria-labelledby="rates"><h2 id="rates">Answers of the last ${DAYS} days</h2>
<dl class="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<div class="rates"><div>${dayChart(rows)}</div>
<div><h3>By purpose</h3>
<table><thead><tr><th scope="col">Purpose</th><th scope="col">Granted</th><th scope="col" class="num">Share</th></tr></thead>
<tbody>${optional.map((purpose) => {
    const { granted = 0, denied = 0 } = purposes.find((entry) => entry.purpose === purpose.id) ?? {};
    const whole = granted + denied;
    const width = whole === 0 ? 0 : (granted / whole) * 100;
    return html`<tr><th scope="row">${localize(purpose.name, 'en')}</th>
<td><svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="fill" width="${width}" height="8"/></svg></td>
<td class="num">${formatShare(granted, whole)} of ${formatCount(whole)}</td></tr>`;
  })}</tbody></table></div></div></section>`;
}
