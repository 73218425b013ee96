import type { ConfigPurpose } from '../../model/config.ts';
import type { StandardPurpose } from '../../model/purpose.ts';
import { purposesCovering } from './covered-purposes.ts';

/**
 * Which standard purpose each consent type of Google consent mode v2 waits for. `ad_storage` alone decides on advertising
 * data, so that it never follows analytics (GCM-007).
 */
const WAITS_FOR: Readonly<Record<string, StandardPurpose>> = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'analytics',
  functionality_storage: 'functional',
  personalization_storage: 'functional',
};

/**
 * Consent type → purposes that must be granted, from what the purposes cover. A type that no purpose covers waits for the
 * standard purpose itself, which this site never grants; `security_storage` waits for nothing.
 */
export function googleDefaults(purposes: readonly ConfigPurpose[]): Record<string, string[]> {
  const entries = Object.entries(WAITS_FOR).map(
    ([type, standard]) => [type, purposesCovering(purposes, standard)] as const,
  );
  return { ...Object.fromEntries(entries), security_storage: [] };
}
