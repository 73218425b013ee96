import { html } from 'hono/html';
import type { Page } from './page.ts';

/** What somebody without the access key sees. */
export const lockedPage: Page = {
  title: 'Access key needed',
  crumbs: [],
  body: html`<div class="card locked">
<h1>This dashboard is locked</h1>
<p>To get in, open the address that the server printed when it started: it ends in <code>?key=…</code> and lets this browser in for 30 days.</p>
<p>Lost it? The key stands in the file <code>access-key</code> in the server’s data folder. Add it to the address of this page as <code>?key=…</code>.</p>
<p class="hint">If you have just done that by a link from another site, <a href="/">open the dashboard once more</a>.</p>
</div>`,
};
