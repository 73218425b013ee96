import { describe, expect, it } from 'vitest';
import { findOpenPoints } from '../src/knowledge/config/find-open-points.ts';
import { mergeInventory } from '../src/knowledge/config/merge-inventory.ts';
import { loadConfig } from '../src/knowledge/config/parse-config.ts';
import { resolveConfig } from '../src/knowledge/config/resolve-config.ts';
import { inventoryOf, seenService, seenTracker } from '../src/knowledge/config/testing/inventory.ts';
import { identifyTracker } from '../src/knowledge/identify.ts';
import type { ObservedTracker } from '../src/model/inventory.ts';
import { localize } from '../src/model/localized-text.ts';
import type { Party, TrackerKind } from '../src/model/tracker.ts';
import groundTruth from './ground-truth.json' with { type: 'json' };

const config = loadConfig(new URL('./avowal.config.json', import.meta.url).pathname);

/** What a scan of the demo sees: the facts, and what knowledge makes of them. */
const seen: readonly ObservedTracker[] = groundTruth.trackers.map((truth) => {
  const { name, host, lifetimeSeconds } = truth;
  const facts = { name, host, kind: truth.kind as TrackerKind, party: truth.party as Party };
  const known = identifyTracker(facts);
  return seenTracker({
    ...facts,
    lifetimeSeconds,
    purpose: known?.declaration.purpose ?? known?.service.purpose ?? null,
    service: known?.service.id ?? null,
    classification: {
      source: known ? 'tracker' : 'none',
      confidence: known?.confidence ?? 0,
      needsReview: !known,
    },
  });
});
const services = [...new Set(seen.flatMap(({ service }) => service ?? []))].map((id) => seenService(id));
const inventory = inventoryOf(seen, services, { site: 'https://www.kopano.com' });

describe('the starting configuration', () => {
  it('is valid, lawful, and has the four categories of the founding page', () => {
    expect(config.purposes.map(({ name }) => localize(name, 'en'))).toEqual([
      'Necessary',
      'Kopano Cookies',
      'Commercial',
      'Not required',
    ]);
  });

  it('says everything in both languages', () => {
    const entries = [...config.purposes, ...config.services, ...config.trackers];
    const texts = [
      ...config.purposes.map(({ name }) => name),
      ...entries.map(({ description }) => description).filter((text) => text !== undefined),
    ];
    for (const text of texts) expect(Object.keys(text)).toEqual(['en', 'de']);
  });

  it('gets what a scan finds, and then leaves nothing for a person to decide', () => {
    const merged = mergeInventory(config, inventory);
    expect(findOpenPoints(merged.config)).toEqual([]);
    expect(merged.changes.filter(({ kind }) => kind === 'differs')).toEqual([]);
  });

  it('puts every tracker, after a scan, into its category of the founding page', () => {
    const { purposes, trackers } = resolveConfig(mergeInventory(config, inventory).config);
    const found = trackers.map(({ name, purpose }) => {
      const category = purposes.find(({ id }) => id === purpose);
      return `${name}: ${localize(category?.name, 'en')}`;
    });
    const expected = groundTruth.trackers.map(({ name, category }) => `${name}: ${category}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });
});
