import { html } from 'hono/html';
import { spansDomains } from '../../knowledge/config/spans-domains.ts';
import { textRevision } from '../../knowledge/config/text-revision.ts';
import { localize } from '../../model/localized-text.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { ownDomain } from '../records/own-domain.ts';
import type { Markup } from './page.ts';

/** Whether the server sets the choice cookie on a domain itself; else a script of the page does. `base` as browsers see it. */
const setsCookie = (domain: string, base: string) =>
  ownDomain([domain], { publicUrl: base, host: '', origin: `https://${domain}` }) !== undefined;

/** How each domain keeps the visitor's choice, with its limits (LAW-STO-008), and what asks again. */
export function storageCard(config: ResolvedConfig, base: string): Markup {
  const { domains } = config.site;
  const scripted = domains.filter((domain) => !setsCookie(domain, base));
  const optional = config.purposes.filter(({ required }) => !required);
  return html`<section class="card" aria-labelledby="storage"><h2 id="storage">How choices are kept</h2>
<table><thead><tr><th scope="col">Domain</th><th scope="col">The cookie is set by</th></tr></thead>
<tbody>${domains.map(
    (domain) =>
      html`<tr><th scope="row">${domain}</th><td>${
        scripted.includes(domain)
          ? 'a script of the page: Safari deletes it after 7 days without a visit, and asks again'
          : `this server: browsers keep it for ${config.validityMonths} calendar months`
      }</td></tr>`,
  )}</tbody></table>
${
  scripted.length > 0
    ? html`<p class="hint">To let the server set it on ${scripted.join(', ')}, serve Avowal at a path of that domain, such as /_avowal, or on a subdomain, and start it with that address as --public-url.</p>`
    : ''
}
${
  !base.startsWith('/') && scripted.length < domains.length
    ? html`<p class="hint">Safari keeps it so long only where ${new URL(base).hostname} is on the same network as the site; a path of the site's own host always is.</p>`
    : ''
}
${spansDomains(domains) ? html`<p class="hint">Links from one of these domains to another take the choice along.</p>` : ''}
<details><summary>Correct a text without asking visitors again</summary>
<p class="hint">Write the revision of today into the purpose first, then change its name or description. Raise it when the meaning changes.</p>
<ul>${optional.map(
    (purpose) =>
      html`<li>${localize(purpose.name, 'en')}: <code>"revision": "${textRevision(purpose, config)}"</code></li>`,
  )}</ul></details></section>`;
}
