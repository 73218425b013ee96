import { expect, it } from 'vitest';
import { mergeInventory } from './merge-inventory.ts';
import { inventoryOf, seenService } from './testing/inventory.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const EMPTY = { ...SMALL_CONFIG, services: [], trackers: [] };

it('GCM-009 tells who shows ads of Google that these need a certified platform with the TCF, and nobody else', () => {
  const found = inventoryOf([], [seenService('google-adsense'), seenService('google-ads')]);
  const [adsense, ads] = mergeInventory(EMPTY, found).config.services;
  expect(adsense?.review).toMatch(/certified .* IAB TCF .*Avowal is neither/);
  expect(ads).not.toHaveProperty('review');
});

it('GCM-009 says it beside what else waits for review', () => {
  const purposes = EMPTY.purposes.filter(({ id }) => id !== 'commercial');
  const found = inventoryOf([], [seenService('google-adsense')]);
  expect(mergeInventory({ ...EMPTY, purposes }, found).config.services[0]?.review).toMatch(
    /^Choose its purpose: .* Avowal is neither/,
  );
});
