import type { StoredChoice } from '../../model/choice.ts';
import {
  CHOICE_COOKIE,
  LONGEST_COOKIE_MS,
  type Question,
  readChoice,
  serializeChoice,
} from '../../model/choice-cookie.ts';
import type { ConsentRecord } from '../../model/consent-record.ts';

/** Where a cookie is set, and what the browser holds there already. */
export interface CookiePlace {
  /** Domain of the site that page and server are on. */
  readonly domain: string;
  /** Origin of the page. */
  readonly origin: string;
  /** `Cookie` header. */
  readonly cookies: string;
}

/** The `Set-Cookie` headers that keep a choice for every subdomain until it ends, and nothing else beside it. */
export function choiceCookies(
  stored: StoredChoice,
  question: Question,
  { domain, origin, cookies }: CookiePlace,
  now: number,
): string[] {
  const age = Math.round(Math.min(LONGEST_COOKIE_MS, stored.until - now) / 1000);
  // A cookie for a name without a dot, such as localhost, is refused when it names its domain.
  const onDomain = domain.includes('.') ? `; Domain=${domain}` : '';
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  const held = cookies.split(/; */).filter((pair) => pair.startsWith(`${CHOICE_COOKIE}=`)).length;
  return [
    // One of this host alone would stand in front of the one that all subdomains share.
    ...(held > 1 && onDomain ? [`${CHOICE_COOKIE}=; Max-Age=0; Path=/`] : []),
    `${serializeChoice(stored, question)}; Max-Age=${age}${onDomain}; Path=/; SameSite=Lax${secure}`,
  ];
}

/**
 * The `Set-Cookie` headers that make a choice outlive script-written storage, which WebKit deletes after 7 days
 * (LAW-STO-008). None where the browser holds another choice by now: a late retry must not bring an old answer back.
 */
export function refreshChoiceCookie(
  record: ConsentRecord,
  question: Question,
  place: CookiePlace,
  now: number,
): string[] {
  const held = readChoice(place.cookies, question, now);
  if (held && held.recordId !== record.id) return [];
  const asked = new Set(question.purposes.flatMap(({ id, required }) => (required ? [] : id)));
  const stored: StoredChoice = {
    consentId: record.consentId,
    recordId: record.id,
    // By the browser's own clock, which orders its choices.
    time: held?.time ?? Date.parse(record.receivedAt),
    until: held?.until ?? Date.parse(record.validUntil),
    purposes: Object.fromEntries(Object.entries(record.purposes).filter(([id]) => asked.has(id))),
    services: record.services,
    gpc: record.gpc,
  };
  return choiceCookies(stored, question, place, now);
}
