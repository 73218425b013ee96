import type { Config } from '../../model/config.ts';

/** Three optional services on hosts of their own, and two trackers of the site. */
export const TEST_CONFIG: Config = {
  site: {
    id: 'test',
    name: 'Test site',
    domains: ['site.localhost'],
    privacyPolicyUrl: '/privacy',
    controller: { name: 'Test Company', email: 'privacy@site.localhost' },
  },
  purposes: [
    {
      id: 'necessary',
      name: { en: 'Necessary', de: 'Notwendig' },
      description: { en: 'Needed.', de: 'Nötig.' },
      required: true,
      justification: 'The site cannot work without it.',
    },
    {
      id: 'media',
      name: { en: 'Media', de: 'Medien' },
      description: { en: 'Videos.', de: 'Videos.' },
      covers: ['functional'],
    },
    {
      id: 'statistics',
      name: { en: 'Statistics', de: 'Statistik' },
      description: { en: 'Counting.', de: 'Zählen.' },
      covers: ['analytics'],
    },
    {
      id: 'ads',
      name: { en: 'Advertising', de: 'Werbung' },
      description: { en: 'Ads.', de: 'Werbung.' },
      covers: ['marketing'],
    },
  ],
  services: [
    {
      id: 'video',
      name: 'Video',
      provider: { name: 'Video Inc.', country: 'US', privacyUrl: 'https://video.example/privacy' },
      purpose: 'media',
      hosts: ['video.localhost'],
      description: { en: 'Shows videos.', de: 'Zeigt Videos.' },
      embed: true,
    },
    {
      id: 'stats',
      name: 'Stats',
      provider: { name: 'Stats GmbH', country: 'DE', privacyUrl: 'https://stats.example/privacy' },
      purpose: 'statistics',
      hosts: ['stats.localhost', '*/own-stats/'],
      description: { en: 'Counts.', de: 'Zählt.' },
    },
    {
      id: 'ads',
      name: 'Ads',
      provider: { name: 'Ads Ltd', country: 'IE', privacyUrl: 'https://ads.example/privacy' },
      purpose: 'ads',
      hosts: ['ads.localhost'],
      description: { en: 'Shows ads.', de: 'Zeigt Werbung.' },
    },
  ],
  trackers: [
    {
      name: '__Secure-st',
      kind: 'js-cookie',
      party: 'first',
      service: 'stats',
      lifetimeSeconds: null,
      description: 'Recognises you, over TLS alone.',
    },
    {
      name: 'own_media',
      kind: 'local-storage',
      party: 'first',
      purpose: 'media',
      lifetimeSeconds: null,
      description: 'What the site itself stores, for no service.',
    },
    {
      name: '_st.*',
      kind: 'js-cookie',
      party: 'first',
      service: 'stats',
      lifetimeSeconds: 86_400,
      description: 'Recognises you.',
    },
    {
      name: 'st_list',
      kind: 'local-storage',
      party: 'first',
      service: 'stats',
      lifetimeSeconds: null,
      description: 'A list.',
    },
    {
      name: 'st_db',
      kind: 'indexed-db',
      party: 'first',
      service: 'stats',
      lifetimeSeconds: null,
      description: 'A database.',
    },
  ],
};
