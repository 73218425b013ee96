import { describe, expect, it } from 'vitest';
import type { Config, ConfigSignals } from '../../model/config.ts';
import { checkReferences } from './check-references.ts';
import { checkSchema } from './check-schema.ts';
import { compileRuntime } from './compile-runtime.ts';
import { resolveConfig } from './resolve-config.ts';
import { googleTypes, signalOptions } from './signal-options.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const config = (signals: ConfigSignals): Config => ({ ...SMALL_CONFIG, signals });

describe('signalOptions', () => {
  it('GCM-003, GCM-005: without settings tags wait half a second, and no switch is set', () => {
    expect(signalOptions()).toEqual({ google: { default: { wait_for_update: 500 }, set: [] } });
    expect(signalOptions({ google: { ads_data_redaction: false } })).toEqual(signalOptions());
  });

  it('GCM-004, GCM-005: passes on what the site says', () => {
    const google = {
      region: ['DE', 'US-CA'],
      wait_for_update: 0,
      ads_data_redaction: true,
      url_passthrough: true,
    };
    expect(signalOptions({ google })).toEqual({
      google: {
        default: { wait_for_update: 0, region: ['DE', 'US-CA'] },
        set: ['ads_data_redaction', 'url_passthrough'],
      },
    });
  });

  it('VND-AMZ-001: tells Amazon the country whose law applies', () => {
    expect(signalOptions({ google: false, amazon: { country: 'DE' } })).toEqual({
      amazon: { country: 'DE' },
    });
  });

  it('reaches the runtime, and leaves the consent types alone', () => {
    const google = { ad_storage: ['ads'], region: ['DE'] };
    expect(googleTypes(google)).toEqual({ ad_storage: ['ads'] });
    const resolved = resolveConfig(config({ google }));
    expect(Object.keys(resolved.google ?? {})).not.toContain('region');
    const facts = { server: '', configHash: '', uiRevision: '' };
    expect(compileRuntime(resolved, facts).signalOptions?.google?.default).toMatchObject({ region: ['DE'] });
  });
});

describe('a setting of a signal', () => {
  it.each([
    [{ google: { region: ['Germany'] } }],
    [{ google: { region: ['de'] } }],
    [{ google: { region: [] } }],
    [{ google: { wait_for_update: -1 } }],
    [{ google: { wait_for_update: '500' } }],
    [{ google: { ads_data_redaction: 'yes' } }],
    [{ google: { mode: 'advanced' } }],
    [{ amazon: true }],
    [{ amazon: {} }],
    [{ amazon: { country: 'Germany' } }],
    [{ 'data-layer': ['ads'] }],
  ])('is refused as %j', (signals) => {
    expect(checkSchema({ ...SMALL_CONFIG, signals })).not.toEqual([]);
  });

  it('names only purposes that are declared', () => {
    const problems = checkReferences(config({ amazon: { country: 'DE', purposes: ['adds'] } }));
    expect(problems).toMatchObject([{ path: 'signals.amazon.purposes[0]' }]);
  });
});
