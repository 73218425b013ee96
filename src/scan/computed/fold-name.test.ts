import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesName } from '../../model/name-pattern.ts';
import { foldName, foldSeries } from './fold-name.ts';

describe('foldName', () => {
  it.each([
    ['wordpress_logged_in_37d007a56d816107ce5b52c10342db37', 'wordpress_logged_in_*'],
    ['DW68700bfd16c2027de7de74a5a8202a6f', 'DW*'],
    ['_gat_UA-1234567-1', '_gat_UA-*-1'],
    ['visit-0b0a2f1e-6a62-4d0a-9f0e-1c0a5b2d3e4f', 'visit-*'],
    ['_hjSession_3012345', '_hjSession_*'],
    ['cart.8f3a91bc', 'cart.*'],
    ['u_aB3dE5gH7jK9mN1pQ', 'u_*'],
  ])('replaces what varies in %s', (name, pattern) => {
    expect(foldName(name)).toBe(pattern);
  });

  it.each([
    'PHPSESSID',
    'wp-settings-time-1',
    'ISO8859-1',
    'GA1',
    'VISITOR_INFO1_LIVE',
    'bm_sz',
    'deadbeef-feed',
    'cookielawinfo-checkbox-non-necessary',
    'OptanonAlertBoxClosed',
    '12345678',
    'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3',
    '',
  ])('leaves %s alone', (name) => {
    expect(foldName(name)).toBe(name);
  });

  it('always gives a pattern that fits the name, and folding twice changes nothing', () => {
    const names = fc
      .string({ unit: fc.constantFrom(...'ab019fAZ_-.') })
      .filter((name) => !name.includes('*'));
    fc.assert(
      fc.property(
        names,
        (name) => matchesName(foldName(name), name) && foldName(foldName(name)) === foldName(name),
      ),
    );
  });
});

describe('foldSeries', () => {
  it('makes one pattern of ten names that differ in numbers alone', () => {
    const names = Array.from({ length: 10 }, (_, index) => `slot${index}_x`);
    expect(foldSeries(names)).toEqual(new Map(names.map((name) => [name, 'slot*_x'])));
  });

  it('leaves nine alone, and names that are nothing but numbers', () => {
    expect(foldSeries(Array.from({ length: 9 }, (_, index) => `slot${index}`)).size).toBe(0);
    expect(foldSeries(Array.from({ length: 20 }, (_, index) => String(index))).size).toBe(0);
  });
});
