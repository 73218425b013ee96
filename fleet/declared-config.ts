import type { Config, ConfigTracker } from '../src/model/config.ts';

/** The configuration of a site of the fleet with these declarations. */
export const declaredConfig = (host: string, trackers: readonly ConfigTracker[]): Config => ({
  site: {
    id: 'fleet',
    name: 'Fleet',
    domains: [host],
    privacyPolicyUrl: '/privacy',
    controller: { name: 'Fleet Ltd', email: 'privacy@fleet.test' },
  },
  purposes: [
    {
      id: 'needed',
      name: 'Needed',
      description: 'The site works.',
      required: true,
      justification: 'The visitor asked for the page.',
      covers: ['necessary'],
    },
    { id: 'counting', name: 'Counting', description: 'Visits are counted.', covers: ['analytics'] },
  ],
  services: [{ id: 'google-analytics', purpose: 'counting' }],
  trackers: [
    { name: 'answer', kind: 'js-cookie', purpose: 'needed', lifetimeSeconds: 200 * 86_400 },
    ...trackers,
  ],
});
