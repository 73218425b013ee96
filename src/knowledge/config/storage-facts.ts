import type { ResolvedConfig, ResolvedService, ResolvedTracker } from '../../model/resolved-config.ts';
import { isCookie } from '../../model/tracker.ts';

const DAY = 86_400;

/**
 * Longest days of each class of lifetime, with room above the usual month, half year and year: what a scan measures
 * varies by seconds, and a day more is nothing that a visitor would decide otherwise about.
 */
const CLASSES = [1.5, 45, 200, 405];

/** 0 = until the browser or tab is closed; storage that is not a cookie and has no end is in the last class. */
function lifetimeClass({ kind, lifetimeSeconds }: ResolvedTracker): number {
  if (lifetimeSeconds !== null) {
    const index = CLASSES.findIndex((days) => lifetimeSeconds <= days * DAY);
    return index < 0 ? CLASSES.length + 1 : index + 1;
  }
  return isCookie(kind) || kind === 'session-storage' ? 0 : CLASSES.length + 1;
}

/** A cookie is a cookie, whoever writes it. */
const kindOf = ({ kind }: ResolvedTracker) => (isCookie(kind) ? 'cookie' : kind);

/**
 * What trackers mean to a visitor: who keeps which kind of thing for which purpose, how long at most, and whether on a
 * third party's host. Not their names and not how many there are: those change with every release of a service.
 */
export function storageFacts(trackers: readonly ResolvedTracker[]): string[] {
  const longest = new Map<string, number>();
  for (const tracker of trackers) {
    const what = [tracker.purpose, tracker.service ?? '', kindOf(tracker), tracker.party].join();
    longest.set(what, Math.max(longest.get(what) ?? 0, lifetimeClass(tracker)));
  }
  return [...longest].map((fact) => fact.join()).sort();
}

/** Who runs a service, and whether that is somebody else than the site. */
export const accessFacts = ({ id, provider }: ResolvedService, { site }: ResolvedConfig): string =>
  [id, provider.name, provider.name === site.controller.name ? 'own' : 'third'].join();
