import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { DESIGN_TOKENS } from '../../model/design-tokens.ts';
import { DASHBOARD_STYLE } from './dashboard-style.ts';

/** Escaped markup. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A step on the way back. */
interface Crumb {
  readonly name: string;
  readonly href: string;
}

/** One page of the dashboard. */
export interface Page {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly body: Markup;
}

/** The whole document around a page. */
export function renderPage({ title, crumbs, body }: Page, nonce: string): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Avowal</title>
<style nonce="${nonce}">${raw(DESIGN_TOKENS)}${raw(DASHBOARD_STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header class="top">
<nav aria-label="You are here"><ol>
<li><a class="brand" href="/">Avowal</a></li>
${crumbs.map(({ name, href }) => html`<li><a href="${href}">${name}</a></li>`)}
</ol></nav>
</header>
<main id="main">${body}</main>
</body>
</html>`;
}
