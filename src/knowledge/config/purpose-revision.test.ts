import { describe, expect, it } from 'vitest';
import type { Config } from '../../model/config.ts';
import { purposeRevision } from './purpose-revision.ts';
import { resolveConfig } from './resolve-config.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';
import { textRevision } from './text-revision.ts';

const DAY = 86_400;
const [necessary, statistics, commercial] = SMALL_CONFIG.purposes as [
  Config['purposes'][0],
  Config['purposes'][0],
  Config['purposes'][0],
];
const words = {
  name: { en: 'Statistics', de: 'Statistik' },
  description: { en: 'Counts visits.', de: 'Zählt Besuche.' },
};
const START: Config = {
  ...SMALL_CONFIG,
  purposes: [necessary, { ...statistics, ...words }, commercial],
  services: [
    { id: 'matomo', purpose: 'statistics', provider: { name: 'Example Ltd' } },
    SMALL_CONFIG.services[1] as Config['services'][0],
  ],
  trackers: SMALL_CONFIG.trackers.map((tracker) => ({ ...tracker, lifetimeSeconds: 30 * DAY })),
};
const [id] = START.trackers;

/** Revision of each purpose: necessary, statistics, commercial. */
const revisions = (change: Partial<Config> = {}) => {
  const config = resolveConfig({ ...START, ...change });
  return config.purposes.map((purpose) => purposeRevision(purpose, config));
};
const before = revisions();
const changed = (change: Partial<Config>) => revisions(change).map((revision, i) => revision !== before[i]);

const statisticsAs = (change: Partial<Config['purposes'][0]>) => ({
  purposes: [necessary, { ...statistics, ...words, ...change }, commercial],
});
const trackers = (...list: Config['trackers']) => ({ trackers: [...START.trackers, ...list] });
const idAs = (change: object) => ({
  trackers: START.trackers.map((tracker) => (tracker === id ? { ...tracker, ...change } : tracker)),
});

describe('purposeRevision', () => {
  it.each<[string, Partial<Config>]>([
    ['its name', statisticsAs({ name: { en: 'Figures', de: 'Statistik' } })],
    [
      'its description in the first language',
      statisticsAs({ description: { en: 'Follows visitors.', de: 'Zählt Besuche.' } }),
    ],
    ['a revision that is raised', statisticsAs({ revision: '2' })],
    ['becoming required', statisticsAs({ required: true, justification: 'Asked for.' })],
    ['a new service', { services: [...START.services, { id: 'hotjar', purpose: 'statistics' }] }],
    [
      'a provider that was the site itself and is a third party',
      {
        services: [
          { id: 'matomo', purpose: 'statistics', provider: { name: 'Bought Inc.' } },
          START.services[1] as Config['services'][0],
        ],
      },
    ],
    [
      'a new kind of storage',
      trackers({ name: 'x', kind: 'indexed-db', service: 'matomo', party: 'first', lifetimeSeconds: null }),
    ],
    ['a longer lifetime', idAs({ lifetimeSeconds: 390 * DAY })],
    ['a session that becomes a month', idAs({ lifetimeSeconds: null })],
    ['storage on a third party’s host', idAs({ party: 'third', host: 'matomo.test' })],
    ['storage by the site’s own code', trackers({ name: 'own', kind: 'js-cookie', purpose: 'statistics' })],
  ])('LAW-STO-010: changes with %s, for this purpose alone', (_, change) => {
    expect(changed(change)).toEqual([false, true, false]);
  });

  it.each<[string, Partial<Config>]>([
    ['colours and layout', { theme: { accent: '#123456' }, notice: { layout: 'banner', reopen: 'none' } }],
    [
      'the order of services and trackers',
      { services: START.services.toReversed(), trackers: START.trackers.toReversed() },
    ],
    [
      'another translation',
      statisticsAs({ description: { en: 'Counts visits.', de: 'Zählt die Besuche.' } }),
    ],
    ['one more language', statisticsAs({ name: { en: 'Statistics', de: 'Statistik', fr: 'Statistiques' } })],
    ['capitals and punctuation', statisticsAs({ description: { en: '“Counts visits”' } })],
    ['a lifetime that was measured a little longer', idAs({ lifetimeSeconds: 30 * DAY + 3_600 })],
    [
      'one more cookie of a service that keeps as long',
      trackers({
        name: '_pk_ses.*',
        kind: 'js-cookie',
        service: 'matomo',
        party: 'first',
        lifetimeSeconds: 1800,
      }),
    ],
    ['a cookie that the server writes now', idAs({ kind: 'http-cookie' })],
    ['what a service is called', { services: START.services.map((service) => ({ ...service, name: 'X' })) }],
    ['a review note', { services: START.services.map((service) => ({ ...service, review: 'Look' })) }],
    [
      'the host rules of a service',
      { services: START.services.map((one) => ({ ...one, hosts: ['x.test'] })) },
    ],
    [
      'retention and how long a choice counts',
      { records: { retentionMonths: 12 }, notice: { validityMonths: 12 } },
    ],
    ['the law that applies', { regimes: { default: 'uk' } }],
  ])('LAW-STO-011: does not change with %s', (_, change) => {
    expect(changed(change)).toEqual([false, false, false]);
  });

  it('LAW-STO-011: stays with a mended spelling where the revision of the text is written down first', () => {
    const config = resolveConfig(START);
    const revision = textRevision(config.purposes[1] as Config['purposes'][0], config);
    expect(changed(statisticsAs({ revision }))).toEqual([false, false, false]);
    expect(changed(statisticsAs({ revision, description: { en: 'Cuonts visits, mended.' } }))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is the id and four characters, so that it is short and an objection is found under any', () => {
    for (const [i, revision] of before.entries())
      expect(revision).toMatch(new RegExp(`^${START.purposes[i]?.id}\\.[0-9a-z]{4}$`));
  });
});
