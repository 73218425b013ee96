import { readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { findLocale } from '../../knowledge/locale.ts';
import { locales } from '../../knowledge/locales/index.ts';
import { linesOf } from '../testing/policy-context.ts';
import { sections } from './index.ts';

test('there is one file for each section, named after its id', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => !/^index|test\.ts$/.test(file));
  expect(files.sort()).toEqual(sections.map(({ id }) => `${id}.ts`).sort());
});

test('POL-002: the sections stand in the order of the founding policy, each at a place of its own', () => {
  const places = sections.map(({ order }) => order);
  expect(new Set(places).size).toBe(places.length);
  expect(sections.toSorted((a, b) => a.order - b.order).map(({ id }) => id)).toEqual(
    'about storage use declaration recipients control proof domains changes contact'.split(' '),
  );
});

describe.each(sections.map((section) => [section.id, section] as const))('%s', (_, section) => {
  it.each(locales.map(({ tag }) => tag))(
    'is written whole in %s, for a full site and for an empty one',
    (tag) => {
      const empty = { services: [], trackers: [] };
      const several = {
        site: {
          id: 'a',
          name: 'A',
          domains: ['a.example', 'b.example'],
          privacyPolicyUrl: '/p',
          controller: { name: 'A', email: 'a@a.example' },
        },
      };
      for (const change of [{}, empty, several, { regimes: { default: 'us-ca' } }]) {
        const lines = linesOf(section, change, tag);
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines) expect(line).not.toMatch(/\{\w+\}|undefined|\[object| {2}/);
      }
    },
  );

  it('has a title of its own, in the language of the reader', () => {
    // Languages may share a word (`Contact`); English and Arabic share none.
    expect(section.title(findLocale('ar').policy)).not.toBe(section.title(findLocale('en').policy));
    for (const { policy } of locales)
      expect(sections.filter(({ title }) => title(policy) === section.title(policy))).toHaveLength(1);
  });
});
