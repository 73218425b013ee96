import { html } from 'hono/html';
import {
  type Evidence,
  type Initiator,
  type Inventory,
  type ObservedTracker,
  SCENARIOS,
} from '../../model/inventory.ts';
import type { Markup } from './markup.ts';
import { GROUP_WORDS, KIND_WORDS, lifetimeWords, SCENARIO_WORDS, shorten } from './report-words.ts';

const place = ({ url, line, column }: Initiator) =>
  shorten(url, 300) + (line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`);

const evidenceItem = ({ page, scenario, initiators: [first, ...behind] }: Evidence): Markup =>
  html`<li>${first ? html`<code>${place(first)}</code>` : 'The page itself asked for it, or the server set it with the page.'}
${behind.length > 0 ? html`<ul class="chain">${behind.map((one) => html`<li>because of <code>${place(one)}</code></li>`)}</ul>` : ''}
<div class="muted">${SCENARIO_WORDS[scenario]} · ${shorten(page, 300)}</div></li>`;

function factsOf(tracker: ObservedTracker): (readonly [string, string])[] {
  const { attributes, examples, party, host, seen, valueBytes, purpose, classification } = tracker;
  const flags = attributes && [
    `path ${attributes.path}`,
    ...(attributes.httpOnly ? ['HttpOnly'] : []),
    ...(attributes.secure ? ['Secure'] : []),
    ...(attributes.sameSite ? [`SameSite=${attributes.sameSite}`] : []),
    ...(attributes.partitioned ? ['Partitioned'] : []),
  ];
  const source = {
    tracker: 'its name is known',
    host: 'only its origin is known',
    none: 'nothing explains it',
  };
  return [
    ['Kept by', `${host} (${party} party)`],
    ['Lasts', lifetimeWords(tracker)],
    [
      'Seen',
      SCENARIOS.filter((scenario) => seen[scenario])
        .map((id) => SCENARIO_WORDS[id])
        .join(', '),
    ],
    ['Purpose', `${purpose ? GROUP_WORDS[purpose] : 'unknown'}: ${source[classification.source]}`],
    ...(flags ? [['Attributes', flags.join(', ')] as const] : []),
    ['Value', `${valueBytes.toLocaleString('en')} bytes at most; not kept`],
    ...(examples ? [['Names seen', examples.map((name) => shorten(name)).join(', ')] as const] : []),
  ];
}

function trackerItem(tracker: ObservedTracker, serviceName: string): Markup {
  return html`<details><summary><span class="name">${shorten(tracker.name)}</span>
<span class="who">${serviceName}</span><span class="who">${lifetimeWords(tracker)}</span></summary>
<div class="body"><p class="muted">${KIND_WORDS[tracker.kind]}</p>
<dl class="facts">${factsOf(tracker).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<p class="muted">Who caused it, the nearest cause first</p>
<ul class="evidence">${tracker.evidence.map(evidenceItem)}</ul></div></details>`;
}

const groupOf = ({ classification, purpose }: ObservedTracker) =>
  classification.needsReview || purpose === null ? 'review' : purpose;

/** Trackers by purpose, those that a person must look at first. */
export function reportTrackers({ trackers, services }: Inventory): readonly Markup[] {
  const names = new Map(services.map(({ id, name }) => [id, name]));
  const groups = Map.groupBy(trackers, groupOf);
  if (trackers.length === 0) return [html`<p>Nothing was stored and no pixel was sent.</p>`];
  return (Object.keys(GROUP_WORDS) as (keyof typeof GROUP_WORDS)[]).flatMap((group) => {
    const members = groups.get(group);
    if (!members) return [];
    return html`<h3>${GROUP_WORDS[group]} <span>${members.length}</span></h3>
${group === 'review' ? html`<p class="muted">Nobody can say from outside what these are for. Look at who caused each, and decide.</p>` : ''}
<div>${members.map((tracker) => trackerItem(tracker, names.get(tracker.service ?? '') ?? 'The site itself'))}</div>`;
  });
}
