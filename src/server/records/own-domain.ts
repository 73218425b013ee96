import { isOnDomains } from '../../model/is-on-domains.ts';
import { hostOf } from './host-of.ts';

/** Where a request came from and where it was sent to. */
export interface Journey {
  /** Address that browsers reach the server at; a path such as `/_avowal` is on the page's own host. */
  readonly publicUrl: string;
  /** Host name that the request was sent to; behind a proxy that may be the proxy's name for the server. */
  readonly host: string;
  /** Origin of the page. */
  readonly origin: string;
}

/**
 * The domain of the site that both the page and the server are on: there the server may set cookies that the page reads.
 * `undefined` where browsers would refuse them, or take them for a third party's.
 */
export function ownDomain(
  domains: readonly string[],
  { publicUrl, host, origin }: Journey,
): string | undefined {
  const page = hostOf(origin);
  if (page === undefined) return undefined;
  const hosts = publicUrl.startsWith('/') ? [page] : [host, hostOf(publicUrl)];
  return domains.find(
    (domain) =>
      isOnDomains(page, [domain]) && hosts.some((own) => own !== undefined && isOnDomains(own, [domain])),
  );
}
