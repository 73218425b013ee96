import { expect, it } from 'vitest';
import type { Observation } from '../observation.ts';
import { layToWriters } from './lay-to-writers.ts';

const seen = (name: string, script?: string, facts: Partial<Observation> = {}): Observation => ({
  kind: 'local-storage',
  name,
  host: 'a.example',
  lifetimeSeconds: null,
  valueBytes: 1,
  valueHash: '',
  time: 0,
  initiators: script ? [{ url: script }] : [],
  ...facts,
});
const namesOf = (seenBy: readonly Observation[]) => seenBy.map(({ name }) => name);
/** Pages that were open at the same time, settled one after the other. */
function names(pages: readonly (readonly Observation[])[]): string[][] {
  const before: Observation[] = [];
  return pages.map((page, at) => {
    const own = layToWriters(page, { before, beside: pages.slice(at + 1).flat() });
    before.push(...own);
    return namesOf(own);
  });
}

it('lays a key to every page whose script wrote it, and to no other tab of the origin', () => {
  const pages = [[seen('k')], [seen('k', '/a.js')], [seen('k', '/b.js')], [seen('k')]];
  expect(names(pages)).toEqual([[], ['k'], ['k'], []]);
});

it('lays a key to the first page where no script was seen to write it', () => {
  expect(names([[], [seen('k')], [seen('k')]])).toEqual([[], ['k'], []]);
});

it('keeps keys of other hosts and other kinds of storage apart', () => {
  const other = seen('k', undefined, { host: 'b.example' });
  const session = seen('k', undefined, { kind: 'session-storage' });
  expect(names([[seen('k')], [other], [session], [session]])).toEqual([['k'], ['k'], ['k'], ['k']]);
});
