import { describe, expect, it } from 'vitest';
import { locales } from '../locales/index.ts';
import { checkReferences } from './check-references.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const problemsOf = (change: object) => checkReferences({ ...SMALL_CONFIG, ...change });

describe('checkReferences', () => {
  it('finds nothing where everything points to something', () => {
    expect(
      checkReferences({ ...SMALL_CONFIG, locales: ['en', 'de-AT'], regimes: { default: 'uk' } }),
    ).toEqual([]);
  });

  it('takes every language that there is, and those whose readers read it', () => {
    const tags = [...locales.map(({ tag }) => tag), 'de-CH', 'en-GB', 'ar-EG'];
    expect(checkReferences({ ...SMALL_CONFIG, locales: tags })).toEqual([]);
  });

  it('takes a service of the owner by its name or its hosts', () => {
    const services = [
      { id: 'our-counter', name: 'Our counter', purpose: 'statistics' },
      { id: 'our-map', hosts: ['maps.example.net'], purpose: 'statistics' },
    ];
    expect(checkReferences({ ...SMALL_CONFIG, services, trackers: [] })).toEqual([]);
  });

  it.each([
    [
      'a domain inside another',
      {
        site: { ...SMALL_CONFIG.site, domains: ['example.co.uk', 'shop.example.co.uk', 'notexample.co.uk'] },
      },
      'site.domains[1]',
      'Leave it out: a domain covers its subdomains.',
    ],
    [
      'a purpose that is not declared',
      { services: [{ id: 'matomo', purpose: 'statistic' }], trackers: [] },
      'services[0].purpose',
      'Did you mean "statistics"?',
    ],
    [
      'a known service, mistyped: nothing of it would be held back',
      { services: [{ id: 'google-analitics', purpose: 'statistics' }], trackers: [] },
      'services[0].id',
      'Did you mean "google-analytics"? A service of your own needs a "name", and "hosts" by which it is held back.',
    ],
    [
      'a tracker of an unknown service',
      { trackers: [{ name: 'a', kind: 'pixel', service: 'zzz' }] },
      'trackers[0].service',
      'Known services: matomo, youtube.',
    ],
    [
      'a tracker of an unknown purpose',
      { trackers: [{ name: 'a', kind: 'pixel', purpose: 'zzz' }] },
      'trackers[0].purpose',
      'Known purposes: necessary, statistics, commercial.',
    ],
    [
      'a tracker that belongs to nothing',
      { trackers: [{ name: 'a', kind: 'pixel' }] },
      'trackers[0].purpose',
      'Add the id of a purpose, or of a service.',
    ],
    [
      'two services of one id',
      { services: [...SMALL_CONFIG.services, SMALL_CONFIG.services[0]] },
      'services[2].id',
      'Give each an id of its own.',
    ],
    [
      'two purposes of one id',
      { purposes: [...SMALL_CONFIG.purposes, SMALL_CONFIG.purposes[1]] },
      'purposes[3].id',
      'Give each an id of its own.',
    ],
    [
      'a Google consent type that waits for nothing known',
      { signals: { google: { ad_storage: ['ads'] } } },
      'signals.google.ad_storage[0]',
      'Known purposes: necessary, statistics, commercial.',
    ],
    [
      'a language without texts',
      { locales: ['en', 'tlh'] },
      'locales[1]',
      `Write one of ${locales.map(({ tag }) => tag).join(', ')}, or contribute its texts.`,
    ],
    [
      'a regime that nobody knows',
      { regimes: { default: 'mars' } },
      'regimes.default',
      expect.stringContaining('Write one of'),
    ],
  ])('reports %s', (_, change, path, fix) => {
    expect(problemsOf(change)).toEqual([{ path, problem: expect.any(String), fix }]);
  });

  it('GCM-007: refuses ad_storage that waits for analytics alone', () => {
    expect(problemsOf({ signals: { google: { ad_storage: ['statistics'] } } })).toEqual([
      {
        path: 'signals.google.ad_storage',
        problem: expect.stringContaining('GCM-007'),
        fix: expect.any(String),
      },
    ]);
    expect(problemsOf({ signals: { google: { ad_storage: ['statistics', 'commercial'] } } })).toEqual([]);
  });

  it('reports all of them at once', () => {
    expect(problemsOf({ locales: ['tlh'], regimes: { default: 'mars' } })).toHaveLength(2);
  });
});
