import { isOnDomains } from '../../model/is-on-domains.ts';
import { ProblemError } from '../problem.ts';
import { hostOf } from './host-of.ts';

/** Whether pages of this origin may send consents for a site with these domains: its own pages, and the server's. */
export function isOriginAllowed(
  origin: string | null,
  domains: readonly string[],
  ownOrigins: ReadonlySet<string>,
): boolean {
  const host = origin === null ? undefined : hostOf(origin);
  return host !== undefined && (ownOrigins.has(origin as string) || isOnDomains(host, domains));
}

/** Refuses a submission from elsewhere, and one that does not say where it comes from. Throws ProblemError. */
export function requireOrigin(
  origin: string | null,
  domains: readonly string[],
  ownOrigins: ReadonlySet<string>,
): void {
  if (isOriginAllowed(origin, domains, ownOrigins)) return;
  throw new ProblemError('origin-refused', origin === null ? 'The request has no Origin header.' : undefined);
}
