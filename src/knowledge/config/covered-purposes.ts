import type { ConfigPurpose } from '../../model/config.ts';
import { STANDARD_PURPOSES, type StandardPurpose } from '../../model/purpose.ts';

/** The standard purposes that a site's purpose stands for: what it says, else the one whose id it bears. */
export function coveredPurposes(purpose: ConfigPurpose): readonly StandardPurpose[] {
  return purpose.covers ?? STANDARD_PURPOSES.filter((id) => id === purpose.id);
}
