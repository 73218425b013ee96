import { expect, it } from 'vitest';
import { parseConfig } from '../knowledge/config/parse-config.ts';
import type { Config } from '../model/config.ts';
import { judgeInventory } from './judge-inventory.ts';
import { mendConfig } from './mend-config.ts';
import { auditInput, request, sessionCookie, siteConfig, tracker } from './testing/audited-site.ts';

const matomo = { id: 'matomo', purpose: 'counting' };
const declared = {
  name: '_pk_id.*',
  kind: 'js-cookie',
  party: 'first',
  service: 'matomo',
  lifetimeSeconds: 33_955_200,
} as const;
const services = [
  { id: 'matomo', name: 'Matomo', provider: 'InnoCraft', purpose: 'analytics', hosts: [], known: true },
] as const;

const mend = (
  config: Partial<Config>,
  inventory: Parameters<typeof auditInput>[0] = { trackers: [tracker()] },
) => {
  const input = auditInput({ services, ...inventory }, { config: siteConfig(config) });
  return mendConfig({ ...input, config: siteConfig(config) });
};

it('POL-005 declares what was seen and is not declared, with its service', () => {
  const { services: mended, trackers } = mend({});
  expect(mended).toMatchObject([{ id: 'matomo', purpose: 'counting' }]);
  expect(trackers).toMatchObject([{ name: '_pk_id.*', service: 'matomo', lifetimeSeconds: 33_955_200 }]);
});

it.each([
  ['POL-005 a wrong life', { ...declared, lifetimeSeconds: 60 }],
  ['POL-005 a life declared as a session', { ...declared, lifetimeSeconds: null }],
  ['POL-005 a wrong party', { ...declared, host: 'example.org', party: 'third' as const }],
])('corrects %s, and nothing else of the entry', (_, entry) => {
  const { trackers } = mend({ services: [matomo], trackers: [entry] });
  expect(trackers).toEqual([{ ...entry, party: 'first', lifetimeSeconds: 33_955_200 }]);
});

it('LAW-BLOCK-005 lets statistics wait that were called necessary: by the service, or by the tracker', () => {
  expect(mend({ services: [{ id: 'matomo', purpose: 'needed' }], trackers: [declared] }).services).toEqual([
    { id: 'matomo', purpose: 'counting' },
  ]);
  const { trackers } = mend({ services: [matomo], trackers: [{ ...declared, purpose: 'needed' }] });
  expect(trackers).toEqual([{ ...declared, purpose: 'counting' }]);
});

it('keeps what was not seen, what a person wrote, and what is right', () => {
  const config = siteConfig({
    services: [{ ...matomo, name: 'Our statistics' }],
    trackers: [declared, { name: 'rare', kind: 'js-cookie', purpose: 'counting' }],
  });
  expect(mend(config)).toEqual(config);
});

it('gives a configuration that is lawful, that the same scan finds nothing to mend in, and that passes', () => {
  const inventory = {
    services: [
      ...services,
      {
        id: 'youtube',
        name: 'YouTube',
        provider: 'Google',
        purpose: 'marketing',
        hosts: ['www.youtube.com'],
        known: true,
      },
    ] as const,
    trackers: [tracker({ seen: { accept: true } }), sessionCookie],
    requests: [request({ seen: { accept: true } })],
  };
  const config = mend({}, inventory);
  expect(parseConfig(JSON.stringify(config), 'mended')).toEqual(config);
  expect(mend(config, inventory)).toEqual(config);
  const { findings } = judgeInventory(auditInput(inventory, { config }));
  expect(
    findings.filter(({ audit, verdict }) => audit === 'declared-vs-observed' && verdict === 'fail'),
  ).toEqual([]);
});
