import { html } from 'hono/html';

/** Markup in which everything from the site is escaped already. */
export type Markup = ReturnType<typeof html>;

/** A table that scrolls by itself on a narrow screen; the first cell of each row is its heading. */
export const table = (
  label: string,
  head: readonly string[],
  rows: readonly (readonly (Markup | string)[])[],
): Markup => html`<div class="scroll" role="region" aria-label="Table: ${label}" tabindex="0"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(
  ([first, ...cells]) =>
    html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
)}</tbody></table></div>`;

/** A part of the report with its heading. */
export const section = (id: string, title: string, content: Markup | readonly Markup[]): Markup =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
