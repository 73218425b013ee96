import type { Choice } from '../model/choice.ts';
import { readChoice } from '../model/choice-cookie.ts';
import { isTrackerGranted } from '../model/gate.ts';
import { matchesName } from '../model/name-pattern.ts';
import type { RuntimeConfig } from '../model/runtime-config.ts';

/** `Max-Age=0` or an `Expires` in the past takes a cookie away; that is always allowed. The last of each counts (RFC 6265 §5.3). */
function isDeletion(setCookie: string): boolean {
  const last = (attribute: RegExp) => [...setCookie.matchAll(attribute)].at(-1)?.[1];
  const maxAge = last(/;\s*max-age=(-?\d+)/gi);
  if (maxAge !== undefined) return Number(maxAge) <= 0;
  const expires = last(/;\s*expires=([^;]+)/gi);
  return expires !== undefined && Date.parse(expires) <= Date.now();
}

/**
 * The `Set-Cookie` headers that may go out to this visitor: a declared optional cookie only with consent.
 * `cookieHeader` is the request's `Cookie` header, in which the visitor's choice stands.
 */
export function filterSetCookie(
  headers: readonly string[],
  cookieHeader: string,
  config: RuntimeConfig,
): string[] {
  const choice: Partial<Choice> = readChoice(cookieHeader, config, Date.now()) ?? {};
  return headers.filter((header) => {
    const name = header.slice(0, header.search(/[=;]|$/)).trim();
    const tracker = config.trackers.find(
      (candidate) => candidate.kind.endsWith('cookie') && matchesName(candidate.name, name),
    );
    return !tracker || isDeletion(header) || isTrackerGranted(config, choice, tracker);
  });
}
