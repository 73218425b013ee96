import { describe, expect, it } from 'vitest';
import { findLocale } from '../knowledge/locale.ts';
import type { Config } from '../model/config.ts';
import { collectFacts } from './policy-facts.ts';
import { SEED_CONFIG, SEED_ROWS, seedInput } from './testing/seed-policy.ts';

const factsOf = (change: Partial<Config> = {}) =>
  collectFacts(seedInput(change).config, findLocale('en')).purposes;

const namesOf = (purpose: ReturnType<typeof factsOf>[number]) => [
  ...purpose.services.flatMap(({ trackers }) => trackers.map(({ name }) => name)),
  ...purpose.trackers.map(({ name }) => name),
];

describe('The facts of a policy', () => {
  it('POL-005: hold each declared tracker exactly once, under its own purpose', () => {
    for (const { name, ...purpose } of factsOf()) {
      const own = name === 'Necessary' ? ['avowal', 'avowal-pending*'] : [];
      const declared = SEED_ROWS[name]?.map((row) => row.name) ?? [];
      expect(namesOf({ name, ...purpose }).sort()).toEqual([...declared, ...own].sort());
    }
  });

  it('list a service under every purpose that it waits for, and never call it empty-handed for that', () => {
    const [, , commercial, notRequired] = factsOf({
      trackers: SEED_ROWS['Not required'] as Config['trackers'],
    });
    const doubleclick = [commercial, notRequired].map((purpose) =>
      purpose?.services.find(({ id }) => id === 'google-doubleclick'),
    );
    expect(doubleclick.map((service) => service?.trackers.length)).toEqual([0, 1]);
    expect(doubleclick.map((service) => service?.storesNothing)).toEqual([false, false]);
  });

  it('do not list Avowal’s own entries twice where a scan has found them', () => {
    const found = [
      { name: 'avowal', kind: 'js-cookie', purpose: 'commercial' },
      { name: 'avowal-pending*', kind: 'local-storage', purpose: 'commercial' },
      { name: 'avowal', kind: 'local-storage', purpose: 'commercial' },
    ] as const;
    const [necessary, , commercial] = factsOf({ trackers: [...found] });
    expect(necessary?.trackers.map(({ name }) => name)).toEqual(['avowal', 'avowal-pending*']);
    expect(commercial?.trackers.map(({ name, kind }) => [name, kind])).toEqual([['avowal', 'local-storage']]);
  });

  it('give Avowal’s entries a category of their own where no category is required', () => {
    const purposes = SEED_CONFIG.purposes.map(({ id, name, description }) => ({ id, name, description }));
    const [first, second] = factsOf({ purposes });
    expect(first).toMatchObject({ id: 'avowal', name: 'Your choice', required: true });
    expect(first && namesOf(first)).toEqual(['avowal', 'avowal-pending*']);
    expect(second?.trackers).toEqual([]);
  });

  it('LAW-STO-007: never claim that the choice cookie outlives what browsers allow', () => {
    const lifetime = (validityMonths: number) =>
      factsOf({ notice: { validityMonths } })[0]?.trackers[0]?.lifetimeSeconds ?? 0;
    expect(lifetime(6) / 86_400).toBeCloseTo(182.6, 1);
    expect(lifetime(24)).toBe(400 * 86_400);
  });
});
