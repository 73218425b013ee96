import { isOnDomains } from '../model/is-on-domains.ts';
import type { RuntimeConfig } from '../model/runtime-config.ts';

/** The address that a page has for its visitors: on the host that was asked for where that is one of the site's, else on its first domain. */
export function pageUrl({ domains }: RuntimeConfig, host: string | undefined, path: string): string {
  const [name = ''] = (host ?? '').split(':');
  const own = host !== undefined && isOnDomains(name, domains) ? host : (domains[0] ?? 'localhost');
  // Two slashes at the front of a path name no host, nor does the address that a proxy asks for (RFC 9112 §3.2.2).
  const asked = path.startsWith('/') ? path : URL.parse(path)?.pathname;
  return URL.parse(`https://${own}${asked ?? '/'}`)?.href ?? `https://${own}/`;
}
