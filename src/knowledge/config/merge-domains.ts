import type { Config } from '../../model/config.ts';
import type { Inventory } from '../../model/inventory.ts';
import { isOnDomains } from '../../model/is-on-domains.ts';
import type { ConfigChange } from './config-change.ts';

/** Adds the domain that was scanned, unless a declared one covers it or lies in it: domains must not contain each other. */
export function mergeDomains(
  config: Config,
  inventory: Inventory,
): { readonly domains: string[]; readonly changes: readonly ConfigChange[] } {
  const { domains } = config.site;
  const host = URL.parse(inventory.site)?.hostname.replace(/^www\./, '') ?? '';
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host) && host.length <= 253;
  const containsOne = domains.some((domain) => isOnDomains(domain, [host]));
  if (!isName || isOnDomains(host, domains) || containsOne) return { domains, changes: [] };
  return {
    domains: [...domains, host],
    changes: [{ kind: 'added', path: `site.domains[${domains.length}]`, text: `domain ${host}` }],
  };
}
