import { html } from 'hono/html';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { localize } from '../../model/localized-text.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { ACTION_WORDS, LAYER_WORDS } from './action-words.ts';
import { formatTime } from './format.ts';
import type { Markup, Page } from './page.ts';

const artefactLink = (hash: string) => html`<a class="mono" href="/api/v1/artefacts/${hash}">${hash}</a>`;

/** One record with everything that it proves. `config` is the configuration that the visitor was asked under. */
export function recordPage(record: ConsentRecord, config: ResolvedConfig): Page {
  const purposeName = (id: string) =>
    localize(config.purposes.find((purpose) => purpose.id === id)?.name, 'en') || id;
  const serviceName = (id: string) => config.services.find((service) => service.id === id)?.name ?? id;
  const { site, consentId } = record;
  const facts: [string, string | Markup][] = [
    ['Received', html`${formatTime(record.receivedAt)} <span class="hint">by this server’s clock</span>`],
    ['Valid until', formatTime(record.validUntil)],
    ['Where', LAYER_WORDS[record.layer]],
    ['Language shown', record.locale],
    ['Regime', `${record.regime} (${record.regimeReason})`],
    ['Global Privacy Control', record.gpc ? 'sent by the browser' : 'not sent'],
    ['Consent id', html`<a class="mono" href="/sites/${site}?consent=${consentId}#records">${consentId}</a>`],
    ['Record id', html`<span class="mono">${record.id}</span>`],
    [
      'Supersedes',
      record.supersedes
        ? html`<a class="mono" href="/records/${record.supersedes}">${record.supersedes}</a>`
        : 'nothing: the first answer of this visitor',
    ],
    ['The browser’s clock', html`${formatTime(record.clientTime)} <span class="hint">not relied on</span>`],
  ];
  const shown: [string, Markup][] = [
    ['Texts shown', artefactLink(record.noticeHash)],
    ['Configuration', artefactLink(record.configHash)],
    ['Script', artefactLink(record.bundleHash)],
  ];
  const answers = [
    ...Object.entries(record.purposes).map(([id, answer]) => ({
      name: purposeName(id),
      kind: 'Purpose',
      answer,
    })),
    ...Object.entries(record.services).map(([id, answer]) => ({
      name: serviceName(id),
      kind: 'Service',
      answer,
    })),
  ];
  const list = (rows: readonly [string, string | Markup][]) =>
    html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
  return {
    title: `Record ${record.id.slice(0, 8)}`,
    crumbs: [{ name: config.site.name, href: `/sites/${site}` }],
    body: html`<h1>${ACTION_WORDS[record.action]}</h1>
<p class="lead">A consent record of ${config.site.name}, kept as it was received.</p>
<section class="card" aria-labelledby="answers"><h2 id="answers">Answers</h2>
<table><thead><tr><th scope="col">Asked about</th><th scope="col">Kind</th><th scope="col">Answer</th></tr></thead>
<tbody>${answers.map(
      ({ name, kind, answer }) =>
        html`<tr><th scope="row">${name}</th><td>${kind}</td><td><span class="tag ${answer}">${answer}</span></td></tr>`,
    )}</tbody></table></section>
<section class="card" aria-labelledby="circumstances"><h2 id="circumstances">Circumstances</h2>${list(facts)}</section>
<section class="card" aria-labelledby="shown"><h2 id="shown">What the visitor was shown</h2>
<p class="hint">The names are SHA-256 hashes of the exact content, which is kept: compare them to see that nothing was changed since.</p>${list(shown)}</section>
<ul class="links"><li><a href="/api/v1/receipts/${record.id}">The record as JSON</a></li></ul>`,
  };
}
