import { addMonths } from '../model/calendar.ts';
import type { Answer, StoredChoice } from '../model/choice.ts';
import { readChoice } from '../model/choice-cookie.ts';
import type { RuntimeConfig } from '../model/runtime-config.ts';

/**
 * What still counts of a stored choice: nothing once it has ended, and of the purposes only those that have not changed
 * since they were answered (LAW-STO-010).
 */
export function validChoice(
  config: RuntimeConfig,
  stored: StoredChoice | undefined,
  now: number,
): StoredChoice | undefined {
  if (!stored || +addMonths(new Date(stored.time * 1000), config.validityMonths) <= now * 1000)
    return undefined;
  const purposes: Record<string, Answer> = {};
  for (const { id, revision } of config.purposes) {
    const answer = stored.purposes[id];
    if (answer && stored.revisions[id] === revision) purposes[id] = answer;
  }
  return { ...stored, purposes };
}

/** Reads the choice that this browser keeps; a page in a sandbox may not, and counts as undecided. */
export function loadChoice(config: RuntimeConfig): StoredChoice | undefined {
  try {
    return validChoice(config, readChoice(document.cookie), Date.now() / 1000);
  } catch {
    return undefined;
  }
}
