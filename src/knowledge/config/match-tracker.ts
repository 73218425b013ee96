import type { ConfigTracker } from '../../model/config.ts';
import type { ObservedTracker } from '../../model/inventory.ts';
import { isOnDomains } from '../../model/is-on-domains.ts';
import { matchesName } from '../../model/name-pattern.ts';
import { isCookie } from '../../model/tracker.ts';

/** Whether an entry speaks of the place where a tracker was seen; a gap in the entry leaves the place open. */
function isPlace(entry: ConfigTracker, seen: ObservedTracker, service: string | undefined): boolean {
  if (entry.host) return isOnDomains(seen.host, [entry.host]);
  if (entry.party === 'first') return seen.party === 'first';
  const isService = entry.service === undefined || entry.service === service;
  return (seen.party === 'first' && entry.party === undefined) || (seen.party === 'third' && isService);
}

/** Whether a declared tracker is the one that was seen; `service` is the seen one's service in the configuration. */
export function matchesTracker(
  entry: ConfigTracker,
  seen: ObservedTracker,
  service: string | undefined,
): boolean {
  const sameKind = entry.kind === seen.kind || (isCookie(entry.kind) && isCookie(seen.kind));
  const sameName = entry.name === seen.name || matchesName(entry.name, seen.name);
  return sameKind && sameName && isPlace(entry, seen, service);
}

/** Index of the declaration of a tracker: the exact name before a pattern, a named host before an open one; -1 = none. */
export function findTracker(
  entries: readonly ConfigTracker[],
  seen: ObservedTracker,
  service: string | undefined,
): number {
  let best = -1;
  let bestWeight = -1;
  for (const [i, entry] of entries.entries()) {
    const weight = (entry.name === seen.name ? 2 : 0) + (entry.host ? 1 : 0);
    if (weight > bestWeight && matchesTracker(entry, seen, service)) {
      best = i;
      bestWeight = weight;
    }
  }
  return best;
}
