import { expect, it } from 'vitest';
import { renderPolicy } from '../render-policy.ts';
import { seedInput } from '../testing/seed-policy.ts';

const policy = JSON.parse(renderPolicy(seedInput({}, 'de'), 'json'));

it('names its schema and everything that a reader needs to tell one version from another', () => {
  expect(policy).toMatchObject({
    schema: 'avowal/policy@1',
    site: { id: 'kopano', name: 'Kopano' },
    locale: 'de',
    updatedAt: '2026-11-23T10:00:00.000Z',
    scannedAt: '2026-11-20T08:00:00.000Z',
    version: '0123456789ab',
    configHash: '0123456789abcdef'.repeat(4),
    domains: ['kopano.com'],
    controller: { name: 'Kopano Ltd' },
    contact: 'privacy@kopano.example',
    validityMonths: 6,
    retentionMonths: 36,
  });
});

it('POL-001, POL-003: gives each tracker as data and in words', () => {
  const youtube = policy.purposes[2].services.find(({ id }: { id: string }) => id === 'youtube');
  expect(youtube).toMatchObject({ name: 'YouTube', provider: 'Google LLC', country: 'US' });
  expect(youtube.trackers[0]).toEqual({
    name: 'GPS',
    kind: 'http-cookie',
    host: 'youtube.com',
    party: 'third',
    lifetimeSeconds: 1800,
    lifetime: '30 Minuten',
    description: expect.stringMatching(/Standort/),
  });
});

it('lists the choice cookie among the entries of no service', () => {
  expect(policy.purposes[0].trackers.map(({ name }: { name: string }) => name)).toEqual([
    'avowal',
    'avowal-pending*',
  ]);
});
