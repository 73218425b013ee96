import type { Config } from '../../model/config.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { ConfigChange } from './config-change.ts';
import { matchesTracker } from './match-tracker.ts';

/** It is at work wherever the notice is, which may be after the scan. */
const OWN_SERVICE = 'avowal';

/** What is declared and was not seen; nothing after an incomplete scan, which proves no absence. */
export function findGone(
  config: Config,
  inventory: Inventory,
  ids: ReadonlyMap<string, string>,
): readonly ConfigChange[] {
  if (!inventory.complete) return [];
  const seenServices = new Set(ids.values());
  const services = config.services.flatMap(({ id }, i) =>
    seenServices.has(id) || id === OWN_SERVICE
      ? []
      : [{ kind: 'gone' as const, path: `services[${i}]`, text: `service ${id}` }],
  );
  const trackers = config.trackers.flatMap((entry, i) => {
    const isSeen = inventory.trackers.some((seen) =>
      matchesTracker(entry, seen, ids.get(seen.service ?? '')),
    );
    return isSeen || entry.service === OWN_SERVICE
      ? []
      : [{ kind: 'gone' as const, path: `trackers[${i}]`, text: `${entry.kind} ${entry.name}` }];
  });
  return [...services, ...trackers];
}
