import { expect, it } from 'vitest';
import { defaultConfig } from './default-config.ts';
import { findOpenPoints } from './find-open-points.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

it('finds placeholders and review notes with their key paths, and nothing in a finished configuration', () => {
  expect(findOpenPoints(SMALL_CONFIG)).toEqual([]);
  const config = defaultConfig('www.example.org');
  const trackers = [
    ...config.trackers,
    { name: 'x', kind: 'pixel' as const, purpose: 'marketing', review: 'Who?' },
  ];
  expect(findOpenPoints({ ...config, trackers }).map(({ path, name }) => `${path} ${name}`.trim())).toEqual([
    'site.controller.name',
    'site.controller.address',
    'trackers[0] x',
  ]);
});

it('names each language of the site in which texts of its own are missing, unless its readers read one that is there', () => {
  const config = { ...defaultConfig('www.example.org'), locales: ['en-GB', 'de', 'fr'] };
  const purposes = config.purposes.slice(0, 1).map((purpose) => ({
    ...purpose,
    name: { en: 'Necessary', de: 'Notwendig', fr: 'Nécessaires' },
  }));
  expect(findOpenPoints({ ...config, purposes }).slice(2)).toEqual([
    {
      path: 'locales[2]',
      name: 'fr',
      note: 'not written in this language, and shown in another one: purposes[0].description',
    },
  ]);
});
