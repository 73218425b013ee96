import type { Config } from '../../../model/config.ts';

/** A lawful configuration with a required, a statistics and a marketing purpose. */
export const SMALL_CONFIG: Config = {
  site: {
    id: 'example',
    name: 'Example',
    domains: ['example.org'],
    privacyPolicyUrl: '/privacy',
    controller: { name: 'Example Ltd', email: 'privacy@example.org' },
  },
  purposes: [
    {
      id: 'necessary',
      name: { en: 'Necessary', de: 'Notwendig' },
      description: 'Needed.',
      required: true,
      justification: 'Session and consent choice.',
      covers: ['necessary'],
    },
    { id: 'statistics', name: 'Statistics', description: 'Counts visits.', covers: ['analytics'] },
    { id: 'commercial', name: 'Commercial', description: 'Advertises.', covers: ['marketing', 'functional'] },
  ],
  services: [
    { id: 'matomo', purpose: 'statistics' },
    { id: 'youtube', purpose: 'commercial' },
  ],
  trackers: [
    { name: '_pk_id.*', kind: 'js-cookie', service: 'matomo', party: 'first' },
    { name: 'YSC', kind: 'http-cookie', service: 'youtube' },
    { name: 'shop', kind: 'http-cookie', purpose: 'necessary' },
  ],
};
