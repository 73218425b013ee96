import { describe, expect, it } from 'vitest';
import { resolveConfig } from './resolve-config.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

describe('resolveConfig', () => {
  const resolved = resolveConfig(SMALL_CONFIG);

  it('puts every default in place', () => {
    expect(resolved).toMatchObject({
      layout: 'box',
      reopen: 'tab',
      validityMonths: 6,
      locales: ['en', 'de'],
      regime: 'eu',
      retentionMonths: 36,
      theme: {},
    });
  });

  it('LAW-STO-005: asks again after what the regime sets, twelve months in California', () => {
    expect(resolveConfig({ ...SMALL_CONFIG, regimes: { default: 'us-ca' } }).validityMonths).toBe(12);
  });

  it('fills the gaps of a known service, and keeps what is written', () => {
    const services = [{ id: 'youtube', purpose: 'commercial', name: 'Videos', provider: { name: 'Us' } }];
    const [service] = resolveConfig({ ...SMALL_CONFIG, services }).services;
    expect(service).toMatchObject({
      name: 'Videos',
      provider: { name: 'Us', country: 'US', privacyUrl: expect.stringContaining('google') },
      hosts: expect.arrayContaining(['youtube.com']),
      embed: true,
    });
  });

  it('takes a service that nobody knows as it is', () => {
    const [service] = resolveConfig({
      ...SMALL_CONFIG,
      services: [{ id: 'own', purpose: 'statistics' }],
    }).services;
    expect(service).toEqual({
      id: 'own',
      name: 'own',
      provider: { name: 'own', country: '', privacyUrl: '' },
      purpose: 'statistics',
      hosts: [],
      description: '',
      embed: false,
    });
  });

  it("gives a tracker its own purpose, else its service's, and the facts of its declaration", () => {
    expect(resolved.trackers).toMatchObject([
      { name: '_pk_id.*', purpose: 'statistics', host: '', party: 'first', lifetimeSeconds: 33_955_200 },
      { name: 'YSC', purpose: 'commercial', host: 'youtube.com', party: 'third', lifetimeSeconds: null },
      { name: 'shop', purpose: 'necessary', host: '', party: 'first', service: null, description: '' },
    ]);
  });

  it('counts a host of the own domains as first party', () => {
    const trackers = ['shop.example.org', 'notexample.org'].map((host) => ({
      name: 'a',
      kind: 'http-cookie' as const,
      host,
      purpose: 'necessary',
    }));
    expect(resolveConfig({ ...SMALL_CONFIG, trackers }).trackers.map(({ party }) => party)).toEqual([
      'first',
      'third',
    ]);
  });

  it('takes single Google consent types from the configuration and the rest from what purposes cover', () => {
    const google = { analytics_storage: ['commercial'] };
    expect(resolveConfig({ ...SMALL_CONFIG, signals: { google } }).google).toMatchObject({
      analytics_storage: ['commercial'],
      ad_storage: ['commercial'],
    });
    expect(resolveConfig({ ...SMALL_CONFIG, signals: { google: false } }).google).toBeNull();
  });
});
