import type { Config } from '../../model/config.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { ConfigChange } from './config-change.ts';
import { isOwnHost } from './own-host.ts';

/** Adds the domain that was scanned, unless a declared one covers it. */
export function mergeDomains(
  config: Config,
  inventory: Inventory,
): { readonly domains: string[]; readonly changes: readonly ConfigChange[] } {
  const { domains } = config.site;
  const host = URL.parse(inventory.site)?.hostname.replace(/^www\./, '') ?? '';
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host) && host.length <= 253;
  if (!isName || isOwnHost(host, domains)) return { domains, changes: [] };
  return {
    domains: [...domains, host],
    changes: [{ kind: 'added', path: `site.domains[${domains.length}]`, text: `domain ${host}` }],
  };
}
