import { describe, expect, it } from 'vitest';
import { ownDomain } from './own-domain.ts';

const DOMAINS = ['shop.example', 'shop.test', 'localhost'];
const at = (publicUrl: string, host: string, origin: string) =>
  ownDomain(DOMAINS, { publicUrl, host, origin });

describe('ownDomain', () => {
  it.each([
    ['the page’s own host, by a path', '/_avowal', '127.0.0.1', 'https://www.shop.example'],
    ['another subdomain', 'https://consent.shop.example', 'consent.shop.example', 'https://shop.example'],
    [
      'a proxy that gives the server another name',
      'https://consent.shop.example',
      '10.0.0.1',
      'https://shop.example',
    ],
    [
      'a server that was not told its address',
      'http://localhost:4000',
      'shop.example',
      'https://shop.example',
    ],
  ])('LAW-STO-008 is found with %s', (_, publicUrl, host, origin) => {
    expect(at(publicUrl, host, origin)).toBe('shop.example');
  });

  it.each([
    ['a server elsewhere', 'https://consent.example', 'consent.example', 'https://shop.example'],
    [
      'a server on another domain of the site',
      'https://consent.shop.test',
      'consent.shop.test',
      'https://shop.example',
    ],
    ['a page elsewhere', '/_avowal', 'shop.example', 'https://evil.test'],
    ['a look-alike', '/_avowal', 'shop.example', 'https://notshop.example'],
    ['no origin', '/_avowal', 'shop.example', ''],
    ['an opaque origin', '/_avowal', 'shop.example', 'null'],
  ])('LAW-STO-008 is none with %s', (_, publicUrl, host, origin) => {
    expect(at(publicUrl, host, origin)).toBeUndefined();
  });

  it('may be one without a dot', () => {
    expect(at('http://localhost:4000', 'localhost', 'http://localhost:3000')).toBe('localhost');
  });
});
