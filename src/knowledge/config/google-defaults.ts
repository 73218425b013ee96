import type { ConfigPurpose } from '../../model/config.ts';
import type { StandardPurpose } from '../../model/purpose.ts';
import google from '../signals/google.json' with { type: 'json' };
import { purposesCovering } from './covered-purposes.ts';

/** Which standard purpose each consent type waits for; `ad_storage` never follows analytics (GCM-007). */
const WAITS_FOR: Readonly<Record<string, string | null>> = google.kinds;

/**
 * Consent type → purposes that must be granted, from what the purposes cover. A type that no purpose covers waits for the
 * standard purpose itself, which this site never grants; `security_storage` waits for nothing.
 */
export function googleDefaults(purposes: readonly ConfigPurpose[]): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(WAITS_FOR).map(([type, standard]) => [
      type,
      standard === null ? [] : purposesCovering(purposes, standard as StandardPurpose),
    ]),
  );
}
