import { expect, it } from 'vitest';
import { regionName } from './region-name.ts';

it.each([
  ['US', 'en', 'United States'],
  ['US', 'de', 'Vereinigte Staaten'],
  ['EU', 'fr', 'Union européenne'],
  ['ZX', 'en', 'ZX'],
])('%s is called in %s %s', (code, tag, name) => {
  expect(regionName(code, tag)).toBe(name);
});
