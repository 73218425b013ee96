import type { CookieAttributes } from '../../model/inventory.ts';

/** A cookie as a header or a script asks for it. */
export interface ParsedCookie {
  readonly name: string;
  readonly value: string;
  /** Domain without the leading dot; the writing host's own where the text names none. */
  readonly host: string;
  /** Seconds from `now`; `null` = session; 0 or less = it is being deleted. */
  readonly lifetimeSeconds: number | null;
  readonly attributes: CookieAttributes;
}

/** Browsers keep no cookie longer than 400 days (RFC 6265bis §5.5). */
const LONGEST = 400 * 86_400;

/** Directory of the URL's path (RFC 6265 §5.1.4). */
function defaultPath(pathname: string): string {
  const slash = pathname.lastIndexOf('/');
  return slash <= 0 ? '/' : pathname.slice(0, slash);
}

function lifetimeOf(maxAge: string | undefined, expires: string | undefined, now: number): number | null {
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Math.min(Number(maxAge), LONGEST);
  const time = expires === undefined ? Number.NaN : Date.parse(expires);
  return Number.isNaN(time) ? null : Math.min(Math.round((time - now) / 1000), LONGEST);
}

const SAME_SITE = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

/**
 * Reads one `Set-Cookie` line or `document.cookie` assignment the way browsers do (RFC 6265bis §5.6), written at `now`
 * (milliseconds) by `url`; `undefined` where a browser would ignore it.
 */
export function parseCookie(text: string, url: URL, now: number): ParsedCookie | undefined {
  const [pair = '', ...rest] = text.split(';');
  const equals = pair.indexOf('=');
  const name = equals < 0 ? '' : pair.slice(0, equals).trim();
  const value = pair.slice(equals + 1).trim();
  if (!name && !value) return undefined;
  const given = new Map(
    rest.map((part) => {
      const at = part.indexOf('=');
      const key = (at < 0 ? part : part.slice(0, at)).trim().toLowerCase();
      return [key, at < 0 ? '' : part.slice(at + 1).trim()];
    }),
  );
  const domain = given.get('domain')?.replace(/^\./, '').toLowerCase();
  const path = given.get('path');
  return {
    name,
    value,
    host: domain || url.hostname,
    lifetimeSeconds: lifetimeOf(given.get('max-age'), given.get('expires'), now),
    attributes: {
      path: path?.startsWith('/') ? path : defaultPath(url.pathname),
      secure: given.has('secure'),
      httpOnly: given.has('httponly'),
      sameSite: SAME_SITE[given.get('samesite')?.toLowerCase() as keyof typeof SAME_SITE] ?? null,
      partitioned: given.has('partitioned'),
    },
  };
}
