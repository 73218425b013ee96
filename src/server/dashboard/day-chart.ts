import { html } from 'hono/html';
import type { ConsentAction } from '../../model/consent-record.ts';
import { ACTION_WORDS } from './action-words.ts';
import type { DayRow } from './days.ts';
import { formatCount, formatDay } from './format.ts';
import type { Markup } from './page.ts';

/** Units of the drawing; it is stretched to whatever room there is, so all text stands outside of it. */
const SLOT = 10;
const HEIGHT = 100;

/** From the bottom of a bar to its top. */
const ORDER: readonly ConsentAction[] = ['accept', 'save', 'reject', 'gpc', 'withdraw'];

/** The smallest round number that is not below `value`, and at least 2, so that its half is a number of records too. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [2, 4, 6, 8, 10, 20].map((step) => step * power).find((step) => step >= value) ?? value;
}

const bars = (rows: readonly DayRow[], top: number) =>
  rows.flatMap((row, index) => {
    let y = HEIGHT;
    return ORDER.filter((action) => row.actions[action] > 0).map((action) => {
      const height = (row.actions[action] / top) * HEIGHT;
      y -= height;
      return html`<rect class="${action}" x="${index * SLOT + 1.5}" y="${y}" width="${SLOT - 3}" height="${height}"/>`;
    });
  });

/** Stacked bars by day; the same figures stand in a table below, for everybody who cannot see bars. */
export function dayChart(rows: readonly DayRow[]): Markup {
  const top = roundUp(Math.max(...rows.map((row) => row.total)));
  const width = rows.length * SLOT;
  const used = ORDER.filter((action) => rows.some((row) => row.actions[action] > 0));
  const [first, last] = [rows[0]?.day ?? '', rows.at(-1)?.day ?? ''];
  return html`<div class="chart" aria-hidden="true">
<div class="scale"><span>${formatCount(top)}</span><span>${formatCount(top / 2)}</span><span>0</span></div>
<svg viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none">${[0, HEIGHT / 2, HEIGHT].map(
    (y) => html`<line x1="0" x2="${width}" y1="${y}" y2="${y}"/>`,
  )}${bars(rows, top)}</svg>
<div class="ends"><span>${formatDay(first)}</span><span>${formatDay(last)}</span></div></div>
<ul class="legend">${used.map(
    (action) =>
      html`<li><svg viewBox="0 0 10 10" aria-hidden="true"><rect class="${action}" width="10" height="10" rx="2"/></svg>${ACTION_WORDS[action]}</li>`,
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
