import { isIP } from 'node:net';
import { getDomain } from 'tldts';
import type { Party } from '../../model/tracker.ts';

/**
 * What one organisation registers (eTLD+1, private suffixes counted); the host itself where there is no such thing.
 * A demo's `www.example.org.localhost` counts as `www.example.org`.
 */
export function registrableDomain(host: string): string {
  const plain = host.toLowerCase().replace(/^\[|\]$/g, '');
  if (isIP(plain)) return plain;
  const name = /\..*\.localhost$/.test(plain) ? plain.slice(0, -'.localhost'.length) : plain;
  return getDomain(name, { allowPrivateDomains: true }) ?? name;
}

/** First party = the same registrable domain as the site. */
export const partyOf = (host: string, siteHost: string): Party =>
  registrableDomain(host) === registrableDomain(siteHost) ? 'first' : 'third';
