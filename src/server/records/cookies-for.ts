import type { ConsentRecord } from '../../model/consent-record.ts';
import type { SiteVersion } from '../sites/site-version.ts';
import { deleteDeniedCookies } from './delete-denied-cookies.ts';
import { type Journey, ownDomain } from './own-domain.ts';
import { refreshChoiceCookie } from './refresh-choice-cookie.ts';

/** The `Set-Cookie` headers that follow from a record: the choice, and what it denies. None where the site's cookies are out of reach. */
export function cookiesFor(
  record: ConsentRecord,
  { config, question }: SiteVersion,
  { origin, cookies, ...journey }: Journey & { readonly cookies: string },
): string[] {
  const domain = ownDomain(config.site.domains, { origin, ...journey });
  if (domain === undefined) return [];
  const place = { domain, origin, cookies };
  const choice = refreshChoiceCookie(record, question, place, Date.now());
  // Without a choice cookie the answer is not the browser's latest.
  return choice.length > 0 ? [...choice, ...deleteDeniedCookies(record, config, place)] : [];
}
