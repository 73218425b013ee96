import type { Choice, StoredChoice } from '../model/choice.ts';
import { isGranted, isPurposeGranted } from '../model/gate.ts';
import { matchesName } from '../model/name-pattern.ts';
import type { RuntimeService, RuntimeTracker } from '../model/runtime-config.ts';
import { loadChoice } from './choice-store.ts';
import { config } from './config.ts';
import { cookiesAtStart } from './cookies.ts';
import { note } from './debug/debug-log.ts';

/** The choice that this browser keeps, as far as it still counts. */
export let stored: StoredChoice | undefined = loadChoice(cookiesAtStart);

/** Lets a choice count from now on. */
export const setStoredChoice = (choice: StoredChoice | undefined): void => {
  stored = choice;
};

/** Whether every optional purpose has an answer that still counts. */
export const isDecided = (): boolean =>
  config.purposes.every(({ id, required }) => required || stored?.purposes[id]);

/** Whether everything for a purpose may run now. */
export const isPurposeAllowed = (purpose: string): boolean => isPurposeGranted(config, stored, purpose);

/** Whether a service may run now. */
export const isAllowed = ({ id, purposes }: RuntimeService): boolean =>
  isGranted(config, stored, id, purposes);

/** Whether a tracker may be stored now. */
export const mayStore = ({ service, purpose }: RuntimeTracker): boolean =>
  isGranted(config, stored, service ?? '', [purpose]);

/** Whether a name belongs to a tracker of some kind (a part of the kind's name) that may not be stored now. */
export const isHeld = (name: unknown, kind = ''): boolean =>
  config.trackers.some(
    (tracker) =>
      tracker.kind.includes(kind) &&
      matchesName(tracker.name, String(name)) &&
      !mayStore(tracker) &&
      !note('held', name, tracker.service),
  );

/** What counts now, as a choice. */
export const currentChoice = (): Choice => ({
  purposes: Object.fromEntries(
    config.purposes.map(({ id }) => [id, isPurposeAllowed(id) ? 'granted' : 'denied']),
  ),
  services: { ...stored?.services },
});
