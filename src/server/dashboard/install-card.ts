import { html } from 'hono/html';
import { installSnippet } from '../sites/install-snippet.ts';
import type { Site } from '../sites/site-registry.ts';
import type { Markup } from './page.ts';

/** How the site gets its script, and where its policy stands. `base` is the server's address as browsers on the site see it. */
export function installCard(site: Site, base: string): Markup {
  const { config } = site;
  const { id, domains } = config.site;
  return html`<section class="card" aria-labelledby="install"><h2 id="install">On the site</h2>
<p class="hint">Put this first in the &lt;head&gt; of every page on ${domains.join(', ')}:</p>
<pre>${installSnippet(site, base)}</pre>
<p class="hint">The first script holds everything optional back until the second is there, and asks for the notice meanwhile where nobody has answered. It knows the services and the notice of today: copy both again when you have changed them. With <code>${id}.strict.js</code> in the place of <code>${id}.js</code> the page is guarded against code that gets around blockers through frames, workers and CSS as well.</p>
<h3>Cookie policy</h3>
<p class="hint">Always current. Link to it, or take its text into your own page.</p>
<ul class="links">${config.locales.map(
    (locale) =>
      html`<li><a href="${base}/p/${id}?lang=${locale}" hreflang="${locale}">Page (${locale})</a></li>`,
  )}<li><a href="${base}/p/${id}.md">Markdown</a></li><li><a href="${base}/p/${id}.json">JSON</a></li></ul></section>`;
}
