import { html } from 'hono/html';
import { type Inventory, SCENARIOS } from '../../model/inventory.ts';
import type { Markup } from './markup.ts';
import { count, SCENARIO_WORDS, shorten } from './report-words.ts';
import { MOMENT_WORDS, type ToldRow, toldRows } from './told-rows.ts';

const MOST_ROWS = 100;

const said = (label: string, state: string, types: string): Markup | '' =>
  types ? html`<p class="said ${state}"><b>${label}</b> ${shorten(types, 300)}</p>` : '';

const place = ({ url, line }: NonNullable<ToldRow['initiator']>) =>
  shorten(line === undefined ? url : `${url}:${line}`, 200);

const item = ({
  to,
  system,
  granted,
  denied,
  unknown,
  note,
  as,
  moments,
  pages,
  initiator,
}: ToldRow): Markup =>
  html`<li><div><p class="name">${shorten(to)}</p><p class="muted">${system}</p></div>
<div>${said('Granted', 'granted', granted)}${said('Denied', 'denied', denied)}${said('Not known', 'unknown', unknown)}${note ? html`<p class="muted">${shorten(note, 300)}</p>` : ''}</div>
<div><p><code>${shorten(as)}</code></p><p class="muted">${moments.map((moment) => MOMENT_WORDS[moment]).join(', ')} · ${count(pages, 'page').replace(' ', '\u00a0')}</p>
${initiator ? html`<p class="muted">by <code>${place(initiator)}</code></p>` : ''}</div></li>`;

/** What the site told others about the answer, scenario by scenario. */
export function reportSignals({ signals }: Inventory): Markup | readonly Markup[] {
  if (!signals) return html`<p class="muted">This scan is from before consent signals were looked at.</p>`;
  const rows = toldRows(signals);
  if (rows.length === 0)
    return html`<p>Nothing that is understood: no consent mode of Google or Microsoft, no TC, GPP or US Privacy string.</p>`;
  return SCENARIOS.flatMap((scenario) => {
    const told = rows.filter((one) => one.scenario === scenario);
    if (told.length === 0) return [];
    const more = told.length - MOST_ROWS;
    return html`<h3>${SCENARIO_WORDS[scenario]} <span>${told.length}</span></h3><ul class="told">${told.slice(0, MOST_ROWS).map(item)}</ul>
${more > 0 ? html`<p class="muted">And ${more.toLocaleString('en')} more in inventory.json.</p>` : ''}`;
  });
}
