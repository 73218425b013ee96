import type { Config } from '../../model/config.ts';
import type { Inventory } from '../../model/inventory.ts';
import { UNSORTED } from './choose-purpose.ts';
import type { ConfigChange } from './config-change.ts';
import { findGone } from './find-gone.ts';
import { mergeDomains } from './merge-domains.ts';
import { mergeServices } from './merge-services.ts';
import { mergeTrackers } from './merge-trackers.ts';
import { withoutOwnStorage } from './without-own-storage.ts';

export type { ConfigChange } from './config-change.ts';

/** A configuration after merging, and every addition, difference and absence in a fixed order. */
export interface MergedConfig {
  readonly config: Config;
  readonly changes: readonly ConfigChange[];
}

/**
 * Adds to a configuration what a scan found and it did not have, and fills what a person left open; a value that is there
 * is never changed. Running it again on its own result changes nothing.
 */
export function mergeInventory(config: Config, scanned: Inventory): MergedConfig {
  const inventory = withoutOwnStorage(scanned);
  const domains = mergeDomains(config, inventory);
  const services = mergeServices(config, inventory);
  const trackers = mergeTrackers(config, inventory, services);
  const needsUnsorted =
    !config.purposes.some(({ id }) => id === UNSORTED.id) &&
    [...services.services, ...trackers.trackers].some(({ purpose }) => purpose === UNSORTED.id);
  const added: ConfigChange = {
    kind: 'added',
    path: `purposes[${config.purposes.length}]`,
    text: `purpose ${UNSORTED.id}, for what waits until you choose`,
  };
  return {
    config: {
      ...config,
      site: { ...config.site, domains: domains.domains },
      purposes: needsUnsorted ? [...config.purposes, UNSORTED] : config.purposes,
      services: services.services,
      trackers: trackers.trackers,
    },
    changes: [
      ...domains.changes,
      ...(needsUnsorted ? [added] : []),
      ...services.changes,
      ...trackers.changes,
      ...findGone(config, inventory, services.ids),
    ],
  };
}
