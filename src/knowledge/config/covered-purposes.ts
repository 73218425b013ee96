import type { ConfigPurpose } from '../../model/config.ts';
import { STANDARD_PURPOSES, type StandardPurpose } from '../../model/purpose.ts';

/** The standard purposes that a site's purpose stands for: what it says, else the one whose id it bears. */
export function coveredPurposes(purpose: ConfigPurpose): readonly StandardPurpose[] {
  return purpose.covers ?? STANDARD_PURPOSES.filter((id) => id === purpose.id);
}

/**
 * The site's purposes that stand for a standard one; where none does, the standard purpose itself, which this site never
 * grants.
 */
export function purposesCovering(purposes: readonly ConfigPurpose[], standard: StandardPurpose): string[] {
  const ids = purposes.filter((purpose) => coveredPurposes(purpose).includes(standard)).map(({ id }) => id);
  return ids.length > 0 ? ids : [standard];
}
