import { describe, expect, it } from 'vitest';
import type { Config } from '../../model/config.ts';
import { purposeRevision } from './purpose-revision.ts';
import { resolveConfig } from './resolve-config.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const [necessary, statistics, commercial] = SMALL_CONFIG.purposes as [
  Config['purposes'][0],
  Config['purposes'][0],
  Config['purposes'][0],
];

/** Revision of each purpose: necessary, statistics, commercial. */
const revisions = (change: object = {}) => {
  const config = resolveConfig({ ...SMALL_CONFIG, ...change });
  return config.purposes.map((purpose) => purposeRevision(purpose, config));
};
const before = revisions();
const changed = (change: object) => revisions(change).map((revision, i) => revision !== before[i]);

describe('purposeRevision', () => {
  it.each([
    ['its name', { purposes: [necessary, { ...statistics, name: 'Figures' }, commercial] }],
    [
      'one language of its text',
      {
        purposes: [
          necessary,
          { ...statistics, description: { en: 'Counts visits.', de: 'Neu' } },
          commercial,
        ],
      },
    ],
    ['a new service', { services: [...SMALL_CONFIG.services, { id: 'hotjar', purpose: 'statistics' }] }],
    [
      'another provider',
      {
        services: [
          { id: 'matomo', purpose: 'statistics', provider: { name: 'Bought Inc.' } },
          SMALL_CONFIG.services[1],
        ],
      },
    ],
    [
      'a new tracker',
      { trackers: [...SMALL_CONFIG.trackers, { name: 'new', kind: 'js-cookie', purpose: 'statistics' }] },
    ],
  ])('LAW-STO-010: changes with %s, for this purpose alone', (_, change) => {
    expect(changed(change)).toEqual([false, true, false]);
  });

  it.each([
    ['colours and layout', { theme: { accent: '#123456' }, notice: { layout: 'banner', reopen: 'none' } }],
    [
      'the order of services and trackers',
      { services: SMALL_CONFIG.services.toReversed(), trackers: SMALL_CONFIG.trackers.toReversed() },
    ],
    [
      'a newly measured lifetime',
      { trackers: SMALL_CONFIG.trackers.map((tracker) => ({ ...tracker, lifetimeSeconds: 5 })) },
    ],
    ['a review note', { services: SMALL_CONFIG.services.map((service) => ({ ...service, review: 'Look' })) }],
    [
      'the host rules of a service',
      { services: SMALL_CONFIG.services.map((service) => ({ ...service, hosts: ['x.test'] })) },
    ],
    ['retention and locales', { records: { retentionMonths: 12 }, locales: ['de', 'en'] }],
  ])('LAW-STO-011: does not change with %s', (_, change) => {
    expect(changed(change)).toEqual([false, false, false]);
  });

  it('is short enough for the choice cookie', () => {
    for (const revision of before) expect(revision).toMatch(/^[0-9a-z]{1,7}$/);
  });
});
