import { getDomain } from 'tldts';

/** Whether a site has several registrable domains, between which no browser shares a cookie. */
export const spansDomains = (domains: readonly string[]): boolean =>
  new Set(domains.map((domain) => getDomain(domain, { allowPrivateDomains: true }) ?? domain)).size > 1;
