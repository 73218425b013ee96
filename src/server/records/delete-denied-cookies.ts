import type { ConsentSubmission } from '../../model/consent-record.ts';
import { matchesName } from '../../model/name-pattern.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { isCookie } from '../../model/tracker.ts';

/** Names in a `Cookie` header. */
const namesIn = (cookies: string) =>
  cookies
    .split(';')
    .map((pair) => pair.split('=')[0]?.trim() ?? '')
    .filter((name) => name !== '');

/**
 * The `Set-Cookie` headers that take away what a script cannot reach: the site's own HttpOnly cookies of everything that
 * was denied (WDR-004), on the host that answers and on the domain of the site that page and server are on. The browser
 * does not say under which path a cookie was set; `/` is what sites use.
 */
export function deleteDeniedCookies(
  answers: Pick<ConsentSubmission, 'purposes' | 'services'>,
  config: ResolvedConfig,
  { domain, cookies }: { readonly domain: string; readonly cookies: string },
): string[] {
  const denied = config.trackers.filter(
    ({ kind, party, service, purpose }) =>
      party === 'first' &&
      isCookie(kind) &&
      (answers.services[service ?? ''] ?? answers.purposes[purpose]) === 'denied',
  );
  const names = new Set(
    namesIn(cookies).filter((name) => denied.some((tracker) => matchesName(tracker.name, name))),
  );
  return [...names].flatMap((name) => {
    // A browser takes a change of a __Secure- or __Host- cookie only with Secure (RFC 6265bis §4.1.3).
    const deletion = `${name}=; Max-Age=0; Path=/${/^__(secure|host)-/i.test(name) ? '; Secure' : ''}`;
    return [deletion, `${deletion}; Domain=${domain}`];
  });
}
