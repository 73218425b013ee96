import type { Inventory } from '../../model/inventory.ts';

/** Id of Avowal's own service in knowledge. */
const OWN = 'avowal';

/**
 * The inventory without what Avowal itself stores, which a scan of a site that uses it already sees: it follows from the
 * configuration, and the policy declares it by itself.
 */
export const withoutOwnStorage = (inventory: Inventory): Inventory => ({
  ...inventory,
  services: inventory.services.filter(({ id }) => id !== OWN),
  trackers: inventory.trackers.filter(({ service }) => service !== OWN),
});
