import { findRegime } from '../../knowledge/find-regime.ts';
import type { Config } from '../../model/config.ts';
import type {
  Inventory,
  ObservedTracker,
  RequestSummary,
  Scenario,
  ScriptAct,
} from '../../model/inventory.ts';
import type { AuditInput } from '../audit.ts';

const TIME = '2026-11-23T10:00:00.000Z';
const HOME = 'https://www.example.org/';

/** A statistics cookie that a script set before any choice; `change` says what is different. */
export function tracker(change: Partial<ObservedTracker> = {}): ObservedTracker {
  const seen = change.seen ?? { none: true };
  return {
    name: '_pk_id.*',
    kind: 'js-cookie',
    host: 'www.example.org',
    party: 'first',
    lifetimeSeconds: 33_955_200,
    attributes: { path: '/', secure: true, httpOnly: false, sameSite: 'Lax', partitioned: false },
    purpose: 'analytics',
    service: 'matomo',
    classification: { source: 'tracker', confidence: 0.9, needsReview: false },
    valueBytes: 40,
    valueHashes: [],
    evidence: (Object.keys(seen) as Scenario[]).map((scenario) => ({
      page: HOME,
      scenario,
      time: TIME,
      initiators: [{ url: 'https://www.example.org/matomo.js', line: 3 }],
    })),
    ...change,
    seen,
  };
}

/** A session cookie that nobody must be asked about. */
export const sessionCookie: ObservedTracker = tracker({
  name: 'PHPSESSID',
  kind: 'http-cookie',
  lifetimeSeconds: null,
  attributes: { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', partitioned: false },
  purpose: 'necessary',
  service: 'php',
  seen: { none: true, reject: true, accept: true },
});

/** Requests to a third party before any choice. */
export const request = (change: Partial<RequestSummary> = {}): RequestSummary => ({
  host: 'www.youtube.com',
  party: 'third',
  types: ['document'],
  count: 1,
  example: 'https://www.youtube.com/embed/1',
  service: 'youtube',
  seen: { none: true },
  initiators: [{ url: HOME, line: 9 }],
  ...change,
});

/** A script that puts an identifier into links before any choice. */
export function act(change: Partial<ScriptAct> = {}): ScriptAct {
  const seen = change.seen ?? { none: true };
  return {
    kind: 'decorates-link',
    subject: 'gclid in links to shop.example',
    host: 'ads.example',
    party: 'third',
    service: 'host:ads.example',
    identifies: 'google-ads',
    purpose: 'marketing',
    evidence: (Object.keys(seen) as Scenario[]).map((scenario) => ({
      page: HOME,
      scenario,
      time: TIME,
      initiators: [{ url: 'https://ads.example/tag.js', line: 4 }],
    })),
    ...change,
    seen,
  };
}

/** What the scan of a site found, with every scenario done unless `change` says otherwise. */
export const inventoryOf = (change: Partial<Inventory> = {}): Inventory => ({
  schema: 'avowal/inventory@1',
  site: 'https://www.example.org',
  startedAt: TIME,
  finishedAt: TIME,
  complete: true,
  browser: 'chromium',
  scenarios: [
    { scenario: 'none', outcome: 'done' },
    { scenario: 'reject', outcome: 'done', clicked: 'text: reject all' },
    { scenario: 'accept', outcome: 'done', clicked: 'text: accept all' },
  ],
  pages: (['none', 'reject', 'accept'] as const).map((scenario) => ({
    url: HOME,
    scenario,
    status: 200,
    title: 'Example',
    milliseconds: 500,
  })),
  trackers: [],
  requests: [],
  services: [
    {
      id: 'youtube',
      name: 'YouTube',
      provider: 'Google',
      purpose: 'marketing',
      hosts: ['www.youtube.com'],
      known: true,
    },
  ],
  problems: [],
  ...change,
});

/** A configuration with a necessary and a statistics purpose. */
export const siteConfig = (change: Partial<Config> = {}): Config => ({
  site: {
    id: 'example',
    name: 'Example',
    domains: ['example.org'],
    privacyPolicyUrl: '/privacy',
    controller: { name: 'Example Ltd', email: 'privacy@example.org' },
  },
  purposes: [
    {
      id: 'needed',
      name: 'Needed',
      description: 'The site works.',
      required: true,
      justification: 'The visitor asked for it.',
      covers: ['necessary'],
    },
    { id: 'counting', name: 'Counting', description: 'Visits are counted.', covers: ['analytics'] },
  ],
  services: [],
  trackers: [],
  ...change,
});

/** What an audit judges, by the rules of the European Union unless told otherwise. */
export const auditInput = (
  inventory: Partial<Inventory>,
  { config, regime = 'eu' }: { readonly config?: Config; readonly regime?: string } = {},
): AuditInput => ({
  inventory: inventoryOf(inventory),
  ...(config && { config }),
  regime: findRegime(regime),
});
