import { html } from 'hono/html';
import { CONSENT_ACTIONS } from '../../model/consent-record.ts';
import { ACTION_WORDS } from './action-words.ts';
import type { DayRow } from './days.ts';
import { formatCount, formatDay } from './format.ts';
import type { Markup } from './page.ts';

const WIDTH = 640;
const HEIGHT = 170;
const LEFT = 34;
const BASE = HEIGHT - 24;

/** The smallest round number (1, 2 or 5 times a power of ten) that is not below `value`. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}

/** Stacked bars by day; the same figures stand in a table below, for everybody who cannot see bars. */
export function dayChart(rows: readonly DayRow[]): Markup {
  const top = roundUp(Math.max(...rows.map((row) => row.total)));
  const slot = (WIDTH - LEFT) / rows.length;
  const scale = (BASE - 10) / top;
  const bars = rows.flatMap((row, index) => {
    let y = BASE;
    return CONSENT_ACTIONS.filter((action) => row.actions[action] > 0).map((action) => {
      const height = row.actions[action] * scale;
      y -= height;
      return html`<rect class="${action}" x="${LEFT + index * slot + slot * 0.18}" y="${y}" width="${slot * 0.64}" height="${height}" rx="1.5"/>`;
    });
  });
  const lines = [0, top / 2, top]
    .filter((value) => Number.isInteger(value))
    .map(
      (
        value,
      ) => html`<line x1="${LEFT}" x2="${WIDTH}" y1="${BASE - value * scale}" y2="${BASE - value * scale}"/>
<text x="${LEFT - 8}" y="${BASE - value * scale + 4}" text-anchor="end">${formatCount(value)}</text>`,
    );
  const labels = rows
    .map((row, index) => ({ row, index }))
    .filter(({ index }) => index % 3 === 1)
    .map(
      ({ row, index }) =>
        html`<text x="${LEFT + (index + 0.5) * slot}" y="${HEIGHT - 6}" text-anchor="middle">${formatDay(row.day)}</text>`,
    );
  const used = CONSENT_ACTIONS.filter((action) => rows.some((row) => row.actions[action] > 0));
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${lines}${bars}${labels}</svg>
<ul class="legend">${used.map(
    (action) =>
      html`<li><svg class="chart" viewBox="0 0 10 10" aria-hidden="true"><rect class="${action}" width="10" height="10" rx="2"/></svg>${ACTION_WORDS[action]}</li>`,
  )}</ul>
<details><summary>The figures as a table</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Records by day"><table>
<thead><tr><th scope="col">Day</th>${used.map((action) => html`<th scope="col" class="num">${ACTION_WORDS[action]}</th>`)}<th scope="col" class="num">Together</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row" class="nowrap">${formatDay(row.day)}</th>${used.map(
        (action) => html`<td class="num">${formatCount(row.actions[action])}</td>`,
      )}<td class="num">${formatCount(row.total)}</td></tr>`,
  )}</tbody></table></div></details>`;
}
