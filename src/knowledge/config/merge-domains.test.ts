import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../model/inventory.ts';
import { mergeDomains } from './merge-domains.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const merged = (domains: string[], site: string) =>
  mergeDomains({ ...SMALL_CONFIG, site: { ...SMALL_CONFIG.site, domains } }, { site } as Inventory).domains;

describe('mergeDomains', () => {
  it('adds the domain that was scanned, without www', () => {
    expect(merged(['example.net'], 'https://www.example.org')).toEqual(['example.net', 'example.org']);
  });

  it.each([
    ['one that is declared', ['example.org'], 'https://www.example.org'],
    ['a subdomain of one that is declared', ['example.org'], 'https://shop.example.org'],
    [
      'one that contains a declared one: a person chose the narrower',
      ['shop.example.org'],
      'https://example.org',
    ],
    ['what is no host name', ['example.org'], 'http://[::1]:8080'],
    ['what is no address', ['example.org'], 'nonsense'],
  ])('does not add %s', (_, domains, site) => {
    expect(merged(domains, site)).toEqual(domains);
  });
});
