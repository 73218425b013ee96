import { describe, expect, it } from 'vitest';
import { partyOf, registrableDomain } from './party.ts';

describe('partyOf', () => {
  it.each([
    ['www.kopano.com', 'kopano.com', 'first'],
    ['matomo.kopano.com', 'www.kopano.com', 'first'],
    ['notkopano.com', 'kopano.com', 'third'],
    ['a.co.uk', 'b.co.uk', 'third'],
    ['shop.a.co.uk', 'a.co.uk', 'first'],
    ['one.github.io', 'two.github.io', 'third'],
    ['localhost', 'localhost', 'first'],
    ['127.0.0.1', '127.0.0.1', 'first'],
    ['127.0.0.1', '127.0.0.2', 'third'],
    ['www.youtube.com.localhost', 'www.kopano.com.localhost', 'third'],
    ['kopano.com.localhost', 'www.kopano.com.localhost', 'first'],
    ['WWW.Example.ORG', 'example.org', 'first'],
  ])('%s on %s is %s party', (host, site, party) => {
    expect(partyOf(host, site)).toBe(party);
  });
});

it('takes a host that is no domain as it is', () => {
  expect(registrableDomain('[::1]')).toBe('::1');
  expect(registrableDomain('intranet')).toBe('intranet');
});
