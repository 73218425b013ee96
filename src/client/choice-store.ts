import type { StoredChoice } from '../model/choice.ts';
import { readChoice } from '../model/choice-cookie.ts';
import type { RuntimeConfig } from '../model/runtime-config.ts';

/** Reads the choice that this browser keeps; a page in a sandbox may not, and counts as undecided. */
export function loadChoice(config: RuntimeConfig): StoredChoice | undefined {
  try {
    return readChoice(document.cookie, config, Date.now());
  } catch {
    return undefined;
  }
}
