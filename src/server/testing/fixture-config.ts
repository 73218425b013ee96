import type { Config } from '../../model/config.ts';

/** A small valid configuration; `edit` changes it. */
export function fixtureConfig(edit: Partial<Config> = {}): Config {
  return {
    site: {
      id: 'shop',
      name: 'Example Shop',
      domains: ['shop.example', 'shop.test'],
      privacyPolicyUrl: 'https://shop.example/privacy',
      controller: { name: 'Example Ltd', address: '1 High Street', email: 'privacy@shop.example' },
    },
    purposes: [
      {
        id: 'necessary',
        name: { en: 'Necessary', de: 'Notwendig' },
        description: { en: 'The basket and the log-in need these.', de: 'Warenkorb und Anmeldung.' },
        required: true,
        justification: 'Asked for by the visitor.',
      },
      {
        id: 'analytics',
        name: { en: 'Analytics', de: 'Statistik' },
        description: { en: 'Count visits.', de: 'Besuche zählen.' },
        covers: ['analytics'],
      },
      {
        id: 'marketing',
        name: { en: 'Marketing', de: 'Werbung' },
        description: { en: 'Show advertising.', de: 'Werbung zeigen.' },
        covers: ['marketing'],
      },
    ],
    services: [
      {
        id: 'matomo',
        name: 'Matomo',
        provider: { name: 'InnoCraft', country: 'NZ', privacyUrl: 'https://matomo.org/privacy' },
        purpose: 'analytics',
        hosts: ['stats.shop.example'],
        description: { en: 'Counts visits.', de: 'Zählt Besuche.' },
      },
      {
        id: 'video',
        name: 'Video',
        provider: { name: 'Video Inc', country: 'US', privacyUrl: 'https://video.example/privacy' },
        purpose: 'marketing',
        hosts: ['video.example'],
        description: { en: 'Plays films.', de: 'Spielt Filme.' },
        embed: true,
      },
    ],
    trackers: [
      {
        name: '_pk_id.*',
        kind: 'js-cookie',
        party: 'first',
        service: 'matomo',
        lifetimeSeconds: 33_955_200,
        description: { en: 'Tells visitors apart.', de: 'Unterscheidet Besucher.' },
      },
    ],
    locales: ['en', 'de'],
    ...edit,
  };
}
