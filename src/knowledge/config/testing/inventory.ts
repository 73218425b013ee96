import type { Inventory, InventoryService, ObservedTracker } from '../../../model/inventory.ts';

/** A tracker as a scan sees it, with what the test does not speak of filled in. */
export const seenTracker = (
  tracker: Partial<ObservedTracker> & Pick<ObservedTracker, 'name'>,
): ObservedTracker => ({
  kind: 'http-cookie',
  host: 'example.org',
  party: 'first',
  lifetimeSeconds: null,
  purpose: null,
  service: null,
  classification: { source: 'none', confidence: 0, needsReview: true },
  seen: { none: true },
  valueBytes: 8,
  valueHashes: [],
  evidence: [],
  ...tracker,
});

/** A finished scan of example.org. */
export const inventoryOf = (
  trackers: readonly ObservedTracker[],
  services: readonly InventoryService[] = [],
  more: Partial<Inventory> = {},
): Inventory => ({
  schema: 'avowal/inventory@1',
  site: 'https://www.example.org',
  startedAt: '2026-11-23T10:00:00.000Z',
  finishedAt: '2026-11-23T10:01:00.000Z',
  complete: true,
  browser: 'chromium',
  scenarios: [],
  pages: [],
  trackers,
  requests: [],
  services,
  problems: [],
  ...more,
});

/** A known or unknown service at work. */
export const seenService = (id: string, hosts: readonly string[] = []): InventoryService => ({
  id,
  name: id.replace('host:', ''),
  provider: null,
  purpose: null,
  hosts,
  known: !id.startsWith('host:'),
});
