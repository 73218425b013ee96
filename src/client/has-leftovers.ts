import { isHeld, stored } from './consent.ts';
import { cookiesAtStart } from './cookies.ts';
import { PENDING_KEY } from './ui-handover.ts';

/** Whether there is something to do that no visitor sees: an answer to send again, or a denied tracker that came back. */
export function hasLeftovers(): boolean {
  try {
    // Values of cookies are looked at like names: one that looks like a tracker costs a download and nothing else.
    return (
      // Whoever has not answered is spared the storages: to open them costs a phone as much as everything else at the start.
      !!stored &&
      [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...cookiesAtStart.split(/[=;] */)].some(
        (name) => name.startsWith(PENDING_KEY) || isHeld(name),
      )
    );
  } catch {
    return false;
  }
}
