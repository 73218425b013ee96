import { isOnDomains } from '../../model/is-on-domains.ts';
import { ProblemError } from '../problem.ts';

/** Whether pages of this origin may send consents for a site with these domains: its own pages, and the server's. */
export function isOriginAllowed(
  origin: string | null,
  domains: readonly string[],
  ownOrigins: ReadonlySet<string>,
): boolean {
  if (origin === null || !/^https?:\/\//.test(origin) || !URL.canParse(origin)) return false;
  return ownOrigins.has(origin) || isOnDomains(new URL(origin).hostname, domains);
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
