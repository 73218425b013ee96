import type { Inventory } from '../../model/inventory.ts';
import { tracker } from './audited-site.ts';

const HOSTILE = '"><script>document.title="owned"</script><img src=x onerror=document.title="owned">';
const time = '2026-11-23T10:00:00.000Z';

const matomo = tracker({
  seen: { none: true, accept: true },
  valueHashes: ['0123456789abcdef'],
  examples: ['_pk_id.1.8f3a'],
  evidence: [
    {
      page: 'https://www.example.org/',
      scenario: 'none',
      time,
      initiators: [
        { url: 'https://cdn.example/matomo.js', line: 3, column: 9, functionName: 'set' },
        { url: 'https://www.example.org/', line: 12 },
      ],
    },
  ],
});

const unknown = { source: 'none', confidence: 0, needsReview: true } as const;

/** An inventory with something of everything, names that attack a reader included. */
export const sampleInventory: Inventory = {
  schema: 'avowal/inventory@1',
  site: 'https://www.example.org',
  startedAt: time,
  finishedAt: time,
  complete: false,
  browser: 'chromium',
  scenarios: [
    { scenario: 'none', outcome: 'done' },
    { scenario: 'reject', outcome: 'no-notice' },
    { scenario: 'accept', outcome: 'done', clicked: `text: ${HOSTILE}` },
  ],
  pages: [
    {
      url: `https://www.example.org/?${encodeURIComponent(HOSTILE)}`,
      scenario: 'none',
      status: 200,
      title: HOSTILE,
      milliseconds: 640,
      screenshot: 'page-001.jpg',
    },
    { url: 'https://www.example.org/gone', scenario: 'accept', status: 0, title: '', milliseconds: 10_000 },
  ],
  trackers: [
    matomo,
    {
      ...matomo,
      name: HOSTILE,
      kind: 'local-storage',
      purpose: null,
      service: null,
      lifetimeSeconds: null,
      classification: unknown,
    },
    {
      ...matomo,
      name: '=HYPERLINK("https://evil.example")',
      purpose: null,
      service: `host:${HOSTILE}`,
      classification: unknown,
    },
    { ...matomo, name: 'n'.repeat(4000), kind: 'pixel', purpose: 'marketing', party: 'third' },
    { ...matomo, name: 'PHPSESSID', kind: 'http-cookie', purpose: 'necessary', lifetimeSeconds: null },
  ],
  requests: [
    {
      host: 'cdn.example',
      party: 'third',
      types: ['script'],
      count: 3,
      example: 'https://cdn.example/matomo.js',
      service: 'matomo',
      seen: { none: true },
      initiators: [{ url: HOSTILE, line: 1 }],
    },
  ],
  acts: [
    {
      kind: 'decorates-link',
      subject: `${HOSTILE} in links to shop.example`,
      host: 'cdn.example',
      party: 'third',
      service: 'matomo',
      purpose: null,
      carries: HOSTILE,
      seen: { none: true },
      evidence: [
        {
          page: 'https://www.example.org/',
          scenario: 'none',
          time,
          initiators: [{ url: HOSTILE, line: 2 }],
        },
      ],
    },
  ],
  services: [
    {
      id: 'matomo',
      name: 'Matomo',
      provider: 'InnoCraft',
      purpose: 'analytics',
      hosts: ['cdn.example'],
      known: true,
    },
    { id: `host:${HOSTILE}`, name: HOSTILE, provider: null, purpose: null, hosts: [HOSTILE], known: false },
  ],
  signals: [
    {
      page: 'https://www.example.org/',
      scenario: 'none',
      moment: 'before',
      sent: [
        {
          system: 'google',
          from: ['gcs'],
          says: { ad_storage: 'denied', analytics_storage: 'granted' },
          codes: { gcs: 'G101' },
          host: HOSTILE,
          count: 3,
          time,
          initiators: [{ url: HOSTILE, line: 1 }],
        },
      ],
      commands: [
        { queue: 'dataLayer', command: 'tag', says: {}, time, initiators: [] },
        {
          queue: 'dataLayer',
          command: 'default',
          says: { ad_storage: 'granted' },
          regions: ['DE'],
          time,
          initiators: [{ url: HOSTILE, line: 1 }],
        },
      ],
      answered: [
        {
          system: 'tcf',
          from: ['__tcfapi'],
          says: { 'purpose 1': 'granted' },
          status: 'loaded',
          applies: true,
          tc: { hash: '0123456789abcdef', problem: 'It does not decode as a TC string of version 2.' },
        },
      ],
    },
  ],
  problems: [
    { code: 'PAGE_FAILED', page: 'https://www.example.org/gone', scenario: 'accept', message: HOSTILE },
  ],
};
