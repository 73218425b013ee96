import { html } from 'hono/html';
import type { PageVisit } from '../../model/inventory.ts';
import type { ReportInput } from '../reporter.ts';
import type { Markup } from './markup.ts';
import { SCENARIO_WORDS, shorten } from './report-words.ts';

const seconds = (milliseconds: number) =>
  `${(milliseconds / 1000).toLocaleString('en', { maximumFractionDigits: 1 })} s`;

function pageItem(
  { url, scenario, status, title, milliseconds, screenshot }: PageVisit,
  picture = '',
): Markup {
  const caption = screenshot?.startsWith('notice-') ? 'the notice as it was before the click' : 'the page';
  return html`<li>${picture ? html`<img src="${picture}" alt="Screenshot: ${caption}" width="683" height="450">` : ''}
<p>${shorten(title) || 'Without a title'}</p><p class="muted">${shorten(url, 300)}</p>
${screenshot && !picture ? html`<p class="muted">Its picture lies beside this report: ${screenshot}</p>` : ''}
<p class="muted">${SCENARIO_WORDS[scenario]} · ${status || 'no answer'} · ${seconds(milliseconds)}</p></li>`;
}

/** Every page visit; pictures stand in the report itself, as many as it can carry. */
export const reportPages = ({ inventory, pictures }: ReportInput): Markup =>
  html`<ul class="pages">${inventory.pages.map((page) => pageItem(page, pictures[page.screenshot ?? '']))}</ul>`;
