import { describe, expect, it } from 'vitest';
import type { Config, ConfigSignals } from '../../model/config.ts';
import { checkReferences } from './check-references.ts';
import { checkSchema } from './check-schema.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';
import { vendorSignals } from './vendor-signals.ts';

const config = (signals: ConfigSignals): Config => ({
  ...SMALL_CONFIG,
  purposes: [
    { id: 'stats', name: 'Statistics', description: 'Counts.', covers: ['analytics'] },
    { id: 'ads', name: 'Advertising', description: 'Shows ads.', covers: ['marketing'] },
  ],
  signals,
});

describe('vendorSignals', () => {
  it('tells no vendor anything unless asked to; Google is configured apart', () => {
    expect(vendorSignals(config({}))).toEqual({});
    expect(vendorSignals(config({ google: { ad_storage: ['ads'] } }))).toEqual({});
  });

  it('VND-CLARITY-001 follows what the purposes cover, in the exact case of Microsoft Clarity', () => {
    expect(vendorSignals(config({ 'microsoft-clarity': true }))).toEqual({
      'microsoft-clarity': { ad_Storage: ['ads'], analytics_Storage: ['stats'] },
    });
  });

  it('lets every kind of consent wait for the purposes of a list', () => {
    expect(vendorSignals(config({ hubspot: ['stats', 'ads'] }))).toEqual({
      hubspot: {
        analytics: ['stats', 'ads'],
        advertisement: ['stats', 'ads'],
        functionality: ['stats', 'ads'],
      },
    });
  });

  it('grants nothing that no purpose covers: its own name is the id of no purpose', () => {
    expect(vendorSignals(config({ shopify: true })).shopify).toMatchObject({ preferences: ['functional'] });
  });

  it('VND-AMZ-001 lets the kinds of Amazon follow what covers marketing, or the purposes beside the country', () => {
    const amazon = (setting: NonNullable<ConfigSignals['amazon']>) =>
      vendorSignals(config({ amazon: setting })).amazon;
    expect(amazon({ country: 'DE' })).toEqual({ enableAdStorage: ['ads'], enableUserData: ['ads'] });
    expect(amazon({ country: 'DE', purposes: ['stats'] })).toEqual({
      enableAdStorage: ['stats'],
      enableUserData: ['stats'],
    });
  });

  it('gives a tag manager the answer to each purpose under its id', () => {
    expect(vendorSignals(config({ 'data-layer': true }))).toEqual({
      'data-layer': { stats: ['stats'], ads: ['ads'] },
    });
  });

  it('VND-WP-001 lets what WordPress calls functional wait for nothing', () => {
    expect(vendorSignals(config({ wordpress: ['ads'] })).wordpress).toMatchObject({
      functional: [],
      marketing: ['ads'],
    });
  });
});

describe('a signal in the configuration', () => {
  it.each([[{ meta: false }], [{ meta: [] }], [{ meta: { consent: ['ads'] } }], [{ facebook: true }]])(
    'is refused as %j',
    (signals) => {
      expect(checkSchema({ ...config({}), signals })).not.toEqual([]);
    },
  );

  it('names only purposes that are declared', () => {
    const { problem, path } =
      checkReferences(config({ tiktok: ['ads', 'adds'] })).find((found) =>
        found.path.startsWith('signals'),
      ) ?? {};
    expect(path).toBe('signals.tiktok[1]');
    expect(problem).toContain('"adds"');
  });
});
