import type { ConfigGoogleSignal, ConfigSignals } from '../../model/config.ts';
import type { SignalOptions } from '../../model/runtime-config.ts';

/** Google's switches, which are set only where a site asks for them (GCM-005). */
const SWITCHES = ['ads_data_redaction', 'url_passthrough'] as const;

/** The consent types of a Google setting that says what they wait for, without its other settings. */
export function googleTypes(google: ConfigGoogleSignal): Record<string, string[]> {
  const { wait_for_update, region, ads_data_redaction, url_passthrough, ...types } = google;
  return types as Record<string, string[]>;
}

/** What signals need to know besides the visitor's answers. */
export function signalOptions({ google, amazon }: ConfigSignals = {}): SignalOptions {
  const { wait_for_update = 500, region, ...rest } = google || {};
  return {
    ...(google !== false && {
      google: {
        default: { wait_for_update, ...(region && { region }) },
        set: SWITCHES.filter((name) => rest[name]),
      },
    }),
    ...(amazon && { amazon: { country: amazon.country } }),
  };
}
