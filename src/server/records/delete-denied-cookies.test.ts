import { describe, expect, it } from 'vitest';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { deleteDeniedCookies } from './delete-denied-cookies.ts';

const tracker = (
  name: string,
  purpose: string,
  service: string | null = null,
  party: 'first' | 'third' = 'first',
) => ({
  name,
  kind: 'http-cookie' as const,
  host: '',
  party,
  service,
  purpose,
  lifetimeSeconds: null,
  description: '',
});
const config: ResolvedConfig = {
  site: {
    id: 'x',
    name: 'X',
    domains: ['example.org', 'example.net'],
    privacyPolicyUrl: '/privacy',
    controller: { name: 'X', email: 'x@example.org' },
  },
  purposes: [],
  services: [],
  trackers: [
    tracker('PHPSESSID', 'necessary'),
    tracker('shop', 'shop'),
    tracker('__Host-cart', 'cart'),
    tracker('_st.*', 'statistics', 'stats'),
    tracker('IDE', 'statistics', 'ads', 'third'),
    { ...tracker('list', 'shop'), kind: 'local-storage' },
  ],
  layout: 'box',
  position: 'start',
  reopen: 'tab',
  afterWithdrawal: 'offer',
  validityMonths: 6,
  locales: ['en'],
  regime: 'eu',
  google: null,
  retentionMonths: 36,
  theme: {},
};
const at = { domain: 'example.org', cookies: 'PHPSESSID=1; shop=2; _st.1=3; IDE=4; list=5; other=6' };

describe('deleteDeniedCookies', () => {
  it("WDR-004 takes away the site's own cookies of what was denied, on the host and on its domain", () => {
    expect(
      deleteDeniedCookies({ purposes: { shop: 'denied', statistics: 'granted' }, services: {} }, config, at),
    ).toEqual(['shop=; Max-Age=0; Path=/', 'shop=; Max-Age=0; Path=/; Domain=example.org']);
  });

  it('WDR-004 takes away a cookie with a prefix in the only way that browsers accept', () => {
    const cookies = '__Host-cart=1';
    expect(
      deleteDeniedCookies({ purposes: { cart: 'denied' }, services: {} }, config, { ...at, cookies })[0],
    ).toBe('__Host-cart=; Max-Age=0; Path=/; Secure');
  });

  it('follows the word on a service where there is one', () => {
    const answers = {
      purposes: { shop: 'granted', statistics: 'denied' },
      services: { stats: 'granted' },
    } as const;
    expect(deleteDeniedCookies(answers, config, at)).toEqual([]);
  });

  it.each(['', ';;;', '=x', 'shop', ' shop = 1 ; shop=2'])('reads the header %j', (cookies) => {
    const answers = { purposes: { shop: 'denied', statistics: 'denied' }, services: {} } as const;
    const headers = deleteDeniedCookies(answers, config, { ...at, cookies });
    expect(headers.every((header) => header.startsWith('shop=; Max-Age=0'))).toBe(true);
    expect(headers.length).toBe(cookies.includes('shop') ? 2 : 0);
  });
});
