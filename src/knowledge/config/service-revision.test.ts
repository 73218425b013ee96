import { expect, it } from 'vitest';
import type { Config } from '../../model/config.ts';
import { resolveConfig } from './resolve-config.ts';
import { serviceRevision } from './service-revision.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const revisions = (change: Partial<Config> = {}) => {
  const config = resolveConfig({ ...SMALL_CONFIG, ...change });
  return config.services.slice(0, 2).map((service) => serviceRevision(service, config));
};
const [matomo, youtube] = SMALL_CONFIG.services as [Config['services'][0], Config['services'][0]];
const before = revisions();

it.each<[string, Partial<Config>]>([
  ['its provider', { services: [{ ...matomo, provider: { name: 'Bought Inc.' } }, youtube] }],
  ['its purpose', { services: [{ ...matomo, purpose: 'commercial' }, youtube] }],
  [
    'what it keeps',
    { trackers: [...SMALL_CONFIG.trackers, { name: 'x', kind: 'indexed-db', service: 'matomo' }] },
  ],
])('LAW-STO-010: changes with %s, for this service alone', (_, change) => {
  const after = revisions(change);
  expect(after.map((revision, i) => revision !== before[i])).toEqual([true, false]);
  expect(after[0]?.slice(0, -4)).toBe(before[0]?.slice(0, -4));
});

it.each<[string, Partial<Config>]>([
  ['its name and description', { services: [{ ...matomo, name: 'X', description: 'Y' }, youtube] }],
  ['another service', { services: [matomo, youtube, { id: 'hotjar', purpose: 'statistics' }] }],
  ['looks', { theme: { accent: '#123456' } }],
])('LAW-STO-011: does not change with %s', (_, change) => expect(revisions(change)).toEqual(before));

it('is a dot and seven characters', () => {
  for (const revision of before) expect(revision).toMatch(/^\.[0-9a-z]{7}$/);
});
