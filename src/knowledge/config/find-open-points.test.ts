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
