import type { Config, ConfigTracker } from '../../model/config.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { ConfigChange } from './config-change.ts';
import { matchesTracker } from './match-tracker.ts';

/** What is declared and was not seen; nothing after an incomplete scan, which proves no absence. */
export function findGone(
  config: Config,
  inventory: Inventory,
  ids: ReadonlyMap<string, string>,
): readonly ConfigChange[] {
  if (!inventory.complete) return [];
  const isSeen = (entry: ConfigTracker) =>
    inventory.trackers.some((seen) => matchesTracker(entry, seen, ids.get(seen.service ?? '')));
  const seenServices = new Set<string | undefined>([
    ...ids.values(),
    ...config.trackers.filter(isSeen).map(({ service }) => service),
  ]);
  const services = config.services.flatMap(({ id }, i) =>
    seenServices.has(id) ? [] : [{ kind: 'gone' as const, path: `services[${i}]`, text: `service ${id}` }],
  );
  const trackers = config.trackers.flatMap((entry, i) =>
    isSeen(entry)
      ? []
      : [{ kind: 'gone' as const, path: `trackers[${i}]`, text: `${entry.kind} ${entry.name}` }],
  );
  return [...services, ...trackers];
}
