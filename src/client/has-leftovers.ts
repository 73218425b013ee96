import { matchesName } from '../model/name-pattern.ts';
import { config } from './config.ts';
import { mayStore, storedChoice } from './consent.ts';
import { PENDING_KEY } from './ui-handover.ts';

/** Whether there is something to do that no visitor sees: an answer to send again, or a denied tracker that came back. */
export function hasLeftovers(): boolean {
  try {
    const keys = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    const names = [...keys, ...document.cookie.split(/; */).map((pair) => pair.split('=')[0] as string)];
    return (
      keys.includes(PENDING_KEY) ||
      (!!storedChoice() &&
        config.trackers.some(
          (tracker) => !mayStore(tracker) && names.some((name) => matchesName(tracker.name, name)),
        ))
    );
  } catch {
    return false;
  }
}
