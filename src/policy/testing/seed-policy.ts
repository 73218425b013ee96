import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import type { Config, ConfigTracker } from '../../model/config.ts';
import type { PolicyInput } from '../policy-input.ts';

const THIRD = { kind: 'http-cookie', party: 'third' } as const;
const CARRIED = { kind: 'http-cookie', party: 'first' } as const;

/** Rows of the founding cookie policy, by the category that it puts them under. */
export const SEED_ROWS: Readonly<Record<string, readonly ConfigTracker[]>> = {
  Necessary: [
    { name: 'PHPSESSID', ...CARRIED, service: 'php', lifetimeSeconds: null },
    { name: '__cfduid', ...CARRIED, service: 'cloudflare', lifetimeSeconds: 2_592_000 },
  ],
  'Kopano Cookies': [
    { name: 'wp_kopano_shop_id', ...CARRIED, purpose: 'kopano-cookies', lifetimeSeconds: 2_592_000 },
    { name: 'atlassian.xsrf.token', ...THIRD, host: 'jira.kopano.io', service: 'atlassian-jira' },
  ],
  Commercial: [
    { name: 'IDE', ...THIRD, host: 'doubleclick.net', service: 'google-doubleclick' },
    { name: 'NID', ...THIRD, host: 'google.com', service: 'google-recaptcha', lifetimeSeconds: 15_811_200 },
    { name: 'GPS', ...THIRD, host: 'youtube.com', service: 'youtube', lifetimeSeconds: 1800 },
    { name: 'VISITOR_INFO1_LIVE', ...THIRD, host: 'youtube.com', service: 'youtube' },
    { name: 'YSC', ...THIRD, host: 'youtube.com', service: 'youtube', lifetimeSeconds: null },
  ],
  'Not required': [
    { name: '_pk_id.*', kind: 'js-cookie', party: 'first', service: 'matomo' },
    { name: '_pk_ses.*', kind: 'js-cookie', party: 'first', service: 'matomo' },
    { name: 'bm_sz', ...CARRIED, service: 'akamai-bot-manager' },
    { name: '_abck', ...CARRIED, service: 'akamai-bot-manager' },
    {
      name: 'test_cookie',
      ...THIRD,
      host: 'doubleclick.net',
      service: 'google-doubleclick',
      purpose: 'not-required',
    },
  ],
};

const purpose = (id: string, en: string, de: string) => ({
  id,
  name: { en, de },
  description: { en: `${en}: described.`, de: `${de}: beschrieben.` },
});

/** A configuration with the categories and trackers of the founding cookie policy. */
export const SEED_CONFIG: Config = {
  site: {
    id: 'kopano',
    name: 'Kopano',
    domains: ['kopano.com'],
    privacyPolicyUrl: '/privacy',
    controller: { name: 'Kopano Ltd', address: '12 Example Way', email: 'privacy@kopano.example' },
  },
  purposes: [
    { ...purpose('necessary', 'Necessary', 'Notwendig'), required: true, justification: 'Asked for.' },
    purpose('kopano-cookies', 'Kopano Cookies', 'Kopano-Cookies'),
    purpose('commercial', 'Commercial', 'Kommerziell'),
    purpose('not-required', 'Not required', 'Nicht erforderlich'),
  ],
  services: [
    { id: 'php', purpose: 'necessary' },
    { id: 'cloudflare', purpose: 'necessary' },
    { id: 'atlassian-jira', purpose: 'kopano-cookies' },
    { id: 'google-fonts', purpose: 'kopano-cookies' },
    { id: 'google-doubleclick', purpose: 'commercial' },
    { id: 'google-recaptcha', purpose: 'commercial' },
    { id: 'youtube', purpose: 'commercial' },
    { id: 'matomo', purpose: 'not-required' },
    { id: 'akamai-bot-manager', purpose: 'not-required' },
  ],
  trackers: Object.values(SEED_ROWS).flat(),
};

/** What the policy of {@link SEED_CONFIG} is made from; `change` replaces parts of the configuration. */
export const seedInput = (change: Partial<Config> = {}, locale = 'en'): PolicyInput => ({
  config: resolveConfig({ ...SEED_CONFIG, ...change }),
  locale,
  configHash: '0123456789abcdef'.repeat(4),
  updatedAt: '2026-11-23T10:00:00.000Z',
  runtimeUrl: 'https://consent.kopano.com/c/kopano.js',
  scannedAt: '2026-11-20T08:00:00.000Z',
});
