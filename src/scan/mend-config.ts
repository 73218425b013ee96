import { choosePurpose } from '../knowledge/config/choose-purpose.ts';
import { lifetimeDiffers } from '../knowledge/config/lifetime-differs.ts';
import { mergeInventory } from '../knowledge/config/merge-inventory.ts';
import { mergeServices } from '../knowledge/config/merge-services.ts';
import { resolveConfig } from '../knowledge/config/resolve-config.ts';
import { withoutOwnStorage } from '../knowledge/config/without-own-storage.ts';
import type { Config, ConfigService, ConfigTracker } from '../model/config.ts';
import type { ObservedTracker } from '../model/inventory.ts';
import type { AuditInput } from './audit.ts';
import { type Duties, readDuties } from './judge/duties.ts';

type Input = AuditInput & { readonly config: Config };

/** What was seen of each declaration; one pattern may stand for several trackers. */
function seenBy({ inventory }: Input, duties: Duties): ReadonlyMap<number, readonly ObservedTracker[]> {
  return Map.groupBy(inventory.trackers, (tracker) => duties.declarationOf(tracker));
}

const longest = (a: ObservedTracker, b: ObservedTracker) =>
  (b.lifetimeSeconds ?? 0) > (a.lifetimeSeconds ?? 0) ? b : a;

function mendTracker(
  entry: ConfigTracker,
  seen: readonly ObservedTracker[],
  { config, duties, at }: { readonly config: Config; readonly duties: Duties; readonly at: number },
): ConfigTracker {
  const declared = resolveConfig(config).trackers[at];
  const [first] = seen;
  if (!first || !declared) return entry;
  const lasting = seen.reduce(longest);
  const disputed = entry.purpose && seen.find((one) => duties.ofTracker(one).duty === 'disputed');
  return {
    ...entry,
    ...(disputed && { purpose: choosePurpose(config, disputed.purpose).id }),
    ...(declared.party !== first.party && { party: first.party }),
    ...(lifetimeDiffers(declared.lifetimeSeconds, lasting) && { lifetimeSeconds: lasting.lifetimeSeconds }),
  };
}

/** A service that is called necessary and is known not to be waits like the purpose that it serves. */
function mendService(service: ConfigService, input: Input, duties: Duties): ConfigService {
  const { config, inventory } = input;
  const { ids } = mergeServices(config, inventory);
  const isOwn = (found: string | null) => ids.get(found ?? '') === service.id;
  const isRequired = config.purposes.some(({ id, required }) => id === service.purpose && required);
  const isDisputed =
    inventory.requests.some((one) => isOwn(one.service) && duties.ofRequest(one).duty === 'disputed') ||
    inventory.trackers.some((one) => isOwn(one.service) && duties.ofTracker(one).duty === 'disputed');
  if (!isRequired || !isDisputed) return service;
  const known = inventory.services.find(({ id }) => isOwn(id))?.purpose ?? null;
  return known === null || known === 'necessary'
    ? service
    : { ...service, purpose: choosePurpose(config, known).id };
}

/**
 * The configuration with everything mended that it can mend: what was seen and is not declared, a wrong life, a wrong
 * party, an optional thing called necessary. What was not seen stays: one scan proves no absence. Pure.
 */
export function mendConfig(given: Input): Config {
  const input: Input = { ...given, inventory: withoutOwnStorage(given.inventory) };
  const { config, inventory } = input;
  const duties = readDuties(input);
  const merged = mergeInventory(config, inventory).config;
  const seen = seenBy(input, duties);
  return {
    ...config,
    purposes: merged.purposes,
    services: [
      ...config.services.map((service) => mendService(service, input, duties)),
      ...merged.services.slice(config.services.length),
    ],
    trackers: [
      ...config.trackers.map((entry, at) => mendTracker(entry, seen.get(at) ?? [], { config, duties, at })),
      ...merged.trackers.slice(config.trackers.length),
    ],
  };
}
