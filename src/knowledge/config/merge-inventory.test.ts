import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config, ConfigTracker } from '../../model/config.ts';
import { STANDARD_PURPOSES } from '../../model/purpose.ts';
import { TRACKER_KINDS } from '../../model/tracker.ts';
import { checkSchema } from './check-schema.ts';
import { mergeInventory } from './merge-inventory.ts';
import { inventoryOf, seenService, seenTracker } from './testing/inventory.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const EMPTY: Config = { ...SMALL_CONFIG, services: [], trackers: [] };
const KNOWN = { source: 'tracker', confidence: 1, needsReview: false } as const;
const kinds = (changes: readonly { kind: string }[]) => changes.map(({ kind }) => kind);

const SCAN = inventoryOf(
  [
    seenTracker({
      name: '_pk_id.*',
      kind: 'js-cookie',
      lifetimeSeconds: 33_955_200,
      purpose: 'analytics',
      service: 'matomo',
      classification: KNOWN,
    }),
    seenTracker({
      name: 'YSC',
      host: 'youtube.com',
      party: 'third',
      purpose: 'marketing',
      service: 'youtube',
      classification: KNOWN,
    }),
    seenTracker({
      name: 'strange',
      evidence: [
        {
          page: 'https://www.example.org/',
          scenario: 'none',
          time: '2026-11-23T10:00:00.000Z',
          initiators: [{ url: 'https://www.example.org/shop.js', line: 12 }],
        },
      ],
    }),
  ],
  [seenService('matomo'), seenService('youtube'), seenService('host:cdn.strange.test', ['cdn.strange.test'])],
);

describe('mergeInventory adds what is new', () => {
  const { config, changes } = mergeInventory(EMPTY, SCAN);

  it('writes down a known service with every fact that a person reviews', () => {
    expect(config.services[1]).toMatchObject({
      id: 'youtube',
      name: 'YouTube',
      purpose: 'commercial',
      provider: { name: 'Google LLC', country: 'US' },
      embed: true,
      hosts: expect.arrayContaining(['youtube.com']),
      description: { en: expect.any(String), de: expect.any(String) },
    });
    expect(config.services[1]).not.toHaveProperty('review');
  });

  it("writes down a tracker with its measured lifetime, its host where it is another's, and its description", () => {
    expect(config.trackers.slice(0, 2)).toMatchObject([
      { name: '_pk_id.*', kind: 'js-cookie', service: 'matomo', party: 'first', lifetimeSeconds: 33_955_200 },
      {
        name: 'YSC',
        host: 'youtube.com',
        party: 'third',
        lifetimeSeconds: null,
        description: { en: expect.any(String) },
      },
    ]);
    expect(config.trackers[0]).not.toHaveProperty('host');
    expect(config.trackers[0]).not.toHaveProperty('purpose');
  });

  it('LAW-BLOCK-005: puts what nothing explains into an optional purpose, with the evidence for a person', () => {
    expect(config.trackers[2]).toMatchObject({ name: 'strange', purpose: 'commercial' });
    expect(config.trackers[2]?.review).toContain('Seen on https://www.example.org/ in the scenarios none.');
    expect(config.trackers[2]?.review).toContain('Written by https://www.example.org/shop.js, line 12.');
  });

  it('gives an unknown host a service of its own to review', () => {
    expect(config.services[2]).toMatchObject({
      id: 'cdn-strange-test',
      name: 'cdn.strange.test',
      hosts: ['cdn.strange.test'],
      purpose: 'commercial',
      review: expect.stringContaining('say who runs it'),
    });
  });

  it('names an unknown host by any name that the name system takes', () => {
    const found = inventoryOf([], [seenService('host:my_files.cdn.test', ['my_files.cdn.test'])]);
    const merged = mergeInventory(SMALL_CONFIG, found).config;
    expect(merged.services.at(-1)).toMatchObject({ id: 'my-files-cdn-test', hosts: ['my_files.cdn.test'] });
    expect(checkSchema(merged)).toEqual([]);
  });

  it('reports each addition with its key path', () => {
    expect(changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'added services[0]',
      'added services[1]',
      'added services[2]',
      'added trackers[0]',
      'added trackers[1]',
      'added trackers[2]',
    ]);
  });

  it('adds the scanned domain unless it is covered', () => {
    const other = mergeInventory(EMPTY, { ...SCAN, site: 'https://www.other.test' });
    expect(other.config.site.domains).toEqual(['example.org', 'other.test']);
    expect(config.site.domains).toEqual(['example.org']);
  });

  it('puts a service whose purpose nobody covers where a person must choose, never into a required purpose', () => {
    const purposes = EMPTY.purposes.filter(({ id }) => id !== 'statistics');
    const merged = mergeInventory({ ...EMPTY, purposes }, SCAN).config.services[0];
    expect(merged).toMatchObject({
      id: 'matomo',
      purpose: 'commercial',
      review: expect.stringContaining('analytics'),
    });
  });

  it('makes an optional purpose where there is none', () => {
    const merged = mergeInventory({ ...EMPTY, purposes: EMPTY.purposes.slice(0, 1) }, SCAN);
    expect(merged.config.purposes.map(({ id }) => id)).toEqual(['necessary', 'unsorted']);
    expect(merged.config.services[0]?.purpose).toBe('unsorted');
  });

  it('leaves out what Avowal itself stores, which the policy declares by itself', () => {
    const own = seenTracker({
      name: 'avowal',
      purpose: 'necessary',
      service: 'avowal',
      classification: KNOWN,
    });
    expect(mergeInventory(EMPTY, inventoryOf([own], [seenService('avowal')])).changes).toEqual([]);
  });

  it('leaves out what has no name, and says so', () => {
    const merged = mergeInventory(EMPTY, inventoryOf([seenTracker({ name: '' })]));
    expect(merged.config.trackers.map(({ name }) => name)).toEqual([]);
    expect(kinds(merged.changes)).toContain('left-out');
  });

  it('declares a name of 5,000 characters by its beginning', () => {
    const merged = mergeInventory(EMPTY, inventoryOf([seenTracker({ name: 'x'.repeat(5000) })]));
    expect(checkSchema(merged.config)).toEqual([]);
    expect(
      mergeInventory(merged.config, inventoryOf([seenTracker({ name: 'x'.repeat(5000) })])).changes,
    ).toEqual([]);
  });
});

describe('mergeInventory keeps what a person wrote', () => {
  it('fills only the gaps of a partial entry', () => {
    const before: Config = {
      ...EMPTY,
      services: [{ id: 'youtube', purpose: 'statistics', name: 'Our videos' }],
      trackers: [{ name: 'YSC', kind: 'http-cookie', service: 'youtube', purpose: 'necessary' }],
    };
    const { config, changes } = mergeInventory(before, SCAN);
    expect(config.services[0]).toMatchObject({
      name: 'Our videos',
      purpose: 'statistics',
      provider: { name: 'Google LLC' },
    });
    expect(config.trackers[0]).toMatchObject({
      purpose: 'necessary',
      host: 'youtube.com',
      party: 'third',
      lifetimeSeconds: null,
    });
    expect(changes.filter(({ kind }) => kind === 'filled').map(({ path }) => path)).toEqual([
      'services[0]',
      'trackers[0]',
    ]);
  });

  it("knows a service under an id of a person's own by its host rules", () => {
    const services = [
      { id: 'cdn', purpose: 'necessary', hosts: ['strange.test'] },
      { id: 'videos', purpose: 'commercial', hosts: ['youtube.com'] },
    ];
    const { config } = mergeInventory({ ...EMPTY, services }, SCAN);
    expect(config.services.map(({ id }) => id)).toEqual(['cdn', 'videos', 'matomo']);
    expect(config.trackers.find(({ name }) => name === 'YSC')?.service).toBe('videos');
  });

  it('reports a lifetime, a way of writing and a party that differ, and changes none of them', () => {
    const entry: ConfigTracker = {
      name: '_pk_id.*',
      kind: 'http-cookie',
      service: 'matomo',
      party: 'first',
      lifetimeSeconds: 86_400,
    };
    const { config, changes } = mergeInventory({ ...EMPTY, trackers: [entry] }, SCAN);
    expect(config.trackers[0]).toMatchObject(entry);
    expect(changes.filter(({ kind }) => kind === 'differs').map(({ path }) => path)).toEqual([
      'trackers[0].lifetimeSeconds',
      'trackers[0].kind',
    ]);
  });

  it("knows an unknown host by a person's host rules, also those of a known service", () => {
    const services = [{ id: 'atlassian-jira', purpose: 'commercial', hosts: ['cdn.strange.test'] }];
    expect(mergeInventory({ ...EMPTY, services }, SCAN).config.services.map(({ id }) => id)).not.toContain(
      'cdn-strange-test',
    );
  });

  it('counts a service as seen where one of its declared trackers was', () => {
    const services = [{ id: 'own-shop', purpose: 'commercial' }];
    const trackers: ConfigTracker[] = [{ name: 'strange', kind: 'http-cookie', service: 'own-shop' }];
    expect(kinds(mergeInventory({ ...EMPTY, services, trackers }, SCAN).changes)).not.toContain('gone');
  });

  it('reports what is declared and not seen any more, and deletes nothing', () => {
    const { config, changes } = mergeInventory(SMALL_CONFIG, inventoryOf([]));
    expect(config.trackers.slice(0, 3)).toEqual(SMALL_CONFIG.trackers);
    expect(kinds(changes).filter((kind) => kind === 'gone')).toHaveLength(5);
  });

  it('takes an incomplete scan as proof of no absence', () => {
    const { changes } = mergeInventory(SMALL_CONFIG, inventoryOf([], [], { complete: false }));
    expect(kinds(changes)).not.toContain('gone');
  });
});

const names = fc.constantFrom(
  '_pk_id.*',
  '_pk_ses.*',
  'YSC',
  'IDE',
  'shop',
  'a',
  'a.1',
  'a.*',
  '*',
  '',
  'PHPSESSID',
  'n\u0000<b>',
);
const serviceIds = fc.constantFrom(
  'matomo',
  'youtube',
  'php',
  'google-doubleclick',
  'host:x.test',
  'host:y.x.test',
  'host:[bad]',
);
const anySeen = fc
  .record({
    name: names,
    kind: fc.constantFrom(...TRACKER_KINDS),
    third: fc.option(fc.constantFrom('youtube.com', 'x.test', 'y.x.test')),
    lifetimeSeconds: fc.option(fc.integer({ min: -1, max: 4e8 })),
    purpose: fc.option(fc.constantFrom(...STANDARD_PURPOSES)),
    service: fc.option(serviceIds),
    needsReview: fc.boolean(),
  })
  .map(({ third, needsReview, ...facts }) =>
    seenTracker({
      ...facts,
      host: third ?? 'www.example.org',
      party: third ? 'third' : 'first',
      classification: { source: 'none', confidence: 0, needsReview },
    }),
  );
const anyInventory = fc
  .record({
    trackers: fc.array(anySeen, { maxLength: 8 }),
    services: fc.uniqueArray(serviceIds, { maxLength: 5 }),
  })
  .map(({ trackers, services }) =>
    inventoryOf(
      trackers,
      services.map((id) => seenService(id, [id.replace('host:', '')])),
    ),
  );
const purposeIds = fc.constantFrom('necessary', 'statistics', 'commercial');
const anyConfig = fc
  .record({
    services: fc.uniqueArray(
      fc.record(
        {
          id: fc.constantFrom('matomo', 'youtube', 'own', 'x-test'),
          purpose: purposeIds,
          hosts: fc.constantFrom<string[]>(['x.test'], []),
          name: fc.constant('N'),
        },
        { requiredKeys: ['id', 'purpose'] },
      ),
      { selector: ({ id }) => id, maxLength: 3 },
    ),
    trackers: fc.array(
      fc.record(
        {
          name: names.filter((name) => name !== ''),
          kind: fc.constantFrom(...TRACKER_KINDS),
          purpose: purposeIds,
          host: fc.constantFrom('youtube.com', 'x.test'),
          party: fc.constantFrom('first' as const, 'third' as const),
          service: fc.constantFrom('matomo', 'youtube', 'own'),
          lifetimeSeconds: fc.constantFrom(null, 60),
          description: fc.constant('mine'),
        },
        { requiredKeys: ['name', 'kind', 'purpose'] },
      ),
      { maxLength: 5 },
    ),
    purposes: fc.constantFrom(
      SMALL_CONFIG.purposes,
      SMALL_CONFIG.purposes.slice(0, 1),
      SMALL_CONFIG.purposes.slice(1),
    ),
  })
  .map((parts) => ({ ...SMALL_CONFIG, ...parts }) as Config);

describe('mergeInventory, whatever is configured and whatever is seen', () => {
  const check = (
    test: (before: Config, merged: ReturnType<typeof mergeInventory>, inventory: typeof SCAN) => void,
  ) =>
    fc.assert(
      fc.property(anyConfig, anyInventory, (before, inventory) => {
        test(before, mergeInventory(before, inventory), inventory);
      }),
      { numRuns: 2_000 },
    );

  it('changes nothing when it runs again', () => {
    check((_, { config }, inventory) => {
      const again = mergeInventory(config, inventory);
      expect(again.config).toEqual(config);
      expect(kinds(again.changes).filter((kind) => kind === 'added' || kind === 'filled')).toEqual([]);
    });
  });

  it('keeps every value of every entry, in its place', () => {
    check((before, { config }) => {
      for (const list of ['purposes', 'services', 'trackers'] as const) {
        for (const [i, entry] of before[list].entries()) expect(config[list][i]).toMatchObject(entry);
      }
    });
  });

  it('declares every tracker that has a name', () => {
    check((_, { config, changes }, inventory) => {
      const unnamed = inventory.trackers.filter(({ name }) => name === '').length;
      const leftOut = changes.filter(({ kind, path }) => kind === 'left-out' && path === 'trackers');
      expect(leftOut).toHaveLength(unnamed);
      expect(mergeInventory(config, { ...inventory, complete: false }).config.trackers).toHaveLength(
        config.trackers.length,
      );
    });
  });

  it('LAW-BLOCK-005: never puts what needs review into a required purpose', () => {
    check((before, { config }) => {
      const required = new Set(config.purposes.filter((purpose) => purpose.required).map(({ id }) => id));
      const added = [
        ...config.services.slice(before.services.length),
        ...config.trackers.slice(before.trackers.length),
      ];
      for (const { purpose, review } of added)
        if (review !== undefined && purpose !== undefined) expect(required).not.toContain(purpose);
    });
  });

  it('makes a configuration of the right shape', () => {
    check((_, { config }) => expect(checkSchema(config)).toEqual([]));
  });
});
