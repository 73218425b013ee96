import { CHOICE_COOKIE, readChoice, serializeChoice } from '../../model/choice-cookie.ts';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { isOnDomains } from '../../model/is-on-domains.ts';
import type { RuntimePurpose } from '../../model/runtime-config.ts';

/** Where and how a submission arrived. */
export interface ArrivedAt {
  /** Host name that the request was sent to. */
  readonly host: string;
  /** Origin of the page. */
  readonly origin: string;
  /** `Cookie` header. */
  readonly cookies: string;
}

/** Browsers keep no cookie longer than 400 days (LAW-STO-007). */
const MAX_AGE_SECONDS = 400 * 86_400;

/**
 * The `Set-Cookie` that makes the choice outlive script-written storage, which WebKit deletes after 7 days (LAW-STO-008).
 * `undefined` where the server is not on the site's own host, or where the browser holds another choice by now: a late
 * retry must not bring an old answer back.
 */
export function refreshChoiceCookie(
  record: ConsentRecord,
  domains: readonly string[],
  purposes: readonly RuntimePurpose[],
  { host, origin, cookies }: ArrivedAt,
): string | undefined {
  if (!isOnDomains(host, domains)) return undefined;
  const held = readChoice(cookies);
  if (held && held.recordId !== record.id) return undefined;
  const received = Date.parse(record.receivedAt);
  const value = serializeChoice({
    consentId: record.consentId,
    recordId: record.id,
    time: Math.floor(received / 1000),
    purposes: record.purposes,
    services: record.services,
    revisions: Object.fromEntries(purposes.map(({ id, revision }) => [id, revision])),
  });
  const seconds = Math.min(MAX_AGE_SECONDS, Math.floor((Date.parse(record.validUntil) - received) / 1000));
  // A cookie for a name without a dot, such as localhost, is refused when it names its domain.
  const domain = domains.find((entry) => entry.includes('.') && isOnDomains(host, [entry]));
  return [
    `${CHOICE_COOKIE}=${value}`,
    `Max-Age=${seconds}`,
    ...(domain ? [`Domain=${domain}`] : []),
    'Path=/',
    'SameSite=Lax',
    ...(origin.startsWith('https:') ? ['Secure'] : []),
  ].join('; ');
}
