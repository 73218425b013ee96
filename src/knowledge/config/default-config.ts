import type { Config } from '../../model/config.ts';

/** The schema as the package carries it, under an address that editors can read. */
const SCHEMA = 'https://unpkg.com/avowal/dist/model/config.schema.json';

/** Stands where only a person knows what to write; `findPlaceholders` finds it again. */
export const PLACEHOLDER = 'CHANGE ME';

/**
 * A first configuration for the site on `host`: four purposes in English and German, and no service yet.
 * What only a person knows holds {@link PLACEHOLDER}.
 */
export function defaultConfig(host: string): Config {
  const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host.replace(/^www\./, ''))
    ? host.replace(/^www\./, '')
    : 'localhost';
  return {
    $schema: SCHEMA,
    description: `Made by "avowal init". Look at every "review" and every "${PLACEHOLDER}", then delete them.`,
    site: {
      id:
        domain
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-/, '')
          .slice(0, 64) || 'site',
      name: domain,
      domains: [domain],
      privacyPolicyUrl: '/privacy',
      controller: {
        name: `${PLACEHOLDER}: the company or person responsible for ${domain}`,
        address: `${PLACEHOLDER}: postal address`,
        email: `privacy@${domain}`,
      },
    },
    purposes: [
      {
        id: 'necessary',
        name: { en: 'Necessary', de: 'Notwendig' },
        description: {
          en: 'Without these the website does not work: they keep your visit together, keep it secure and remember your answer to this question.',
          de: 'Ohne sie funktioniert die Website nicht: Sie halten Ihren Besuch zusammen, sichern ihn und merken sich Ihre Antwort auf diese Frage.',
        },
        required: true,
        justification:
          'Session, security and the consent choice: each is strictly necessary for what the visitor asked for (ePrivacy Directive Art. 5(3)).',
        covers: ['necessary'],
      },
      {
        id: 'functional',
        name: { en: 'Functional', de: 'Funktional' },
        description: {
          en: 'Adds comfort such as embedded content, saved settings and protection of forms against robots.',
          de: 'Bringt Komfort wie eingebettete Inhalte, gemerkte Einstellungen und den Schutz von Formularen vor Robotern.',
        },
        covers: ['functional'],
      },
      {
        id: 'analytics',
        name: { en: 'Statistics', de: 'Statistik' },
        description: {
          en: 'Shows us which pages are read and where visitors come from, so that we can improve the website.',
          de: 'Zeigt uns, welche Seiten gelesen werden und woher Besucher kommen, damit wir die Website verbessern können.',
        },
        covers: ['analytics'],
      },
      {
        id: 'marketing',
        name: { en: 'Marketing', de: 'Marketing' },
        description: {
          en: 'Lets other companies recognise you on different websites, show advertisements and play their own content such as videos.',
          de: 'Lässt andere Unternehmen Sie auf verschiedenen Websites wiedererkennen, Werbung zeigen und eigene Inhalte wie Videos abspielen.',
        },
        covers: ['marketing'],
      },
    ],
    services: [],
    trackers: [],
    locales: ['en', 'de'],
  };
}
