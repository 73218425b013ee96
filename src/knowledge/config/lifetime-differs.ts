import type { ObservedTracker } from '../../model/inventory.ts';
import { isCookie } from '../../model/tracker.ts';

const DAY = 86_400;
/** Months are not equally long. */
const SAME = 0.02;

/** Whether a cookie lives for another time than is declared of it, in seconds; `null` = a session. */
export function lifetimeDiffers(
  declared: number | null,
  { kind, lifetimeSeconds }: Pick<ObservedTracker, 'kind' | 'lifetimeSeconds'>,
): boolean {
  if (!isCookie(kind)) return false;
  const measured = lifetimeSeconds ?? 0;
  return Math.abs(measured - (declared ?? 0)) > Math.max(declared === null ? 0 : DAY, measured * SAME);
}
