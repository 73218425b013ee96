import { randomBytes } from 'node:crypto';
import { type DemoMode, demoDomain } from './demo-mode.ts';

/** A cookie that the demo sets by a header. */
export interface DemoCookie {
  readonly name: string;
  readonly value: string;
  /** Real domain; left out for the answering host alone. */
  readonly domain?: string;
  /** Seconds; left out for a session. */
  readonly maxAge?: number;
  readonly httpOnly?: boolean;
  /** Sent from other sites' pages too, as third parties need it. */
  readonly crossSite?: boolean;
}

/** A random identifier of `bytes` bytes, in hex. */
export const randomId = (bytes = 16): string => randomBytes(bytes).toString('hex');

/**
 * The `Set-Cookie` header. A cross-site cookie must be `Secure` (RFC 6265bis §5.7 step 19), which browsers accept from
 * `http://*.localhost` too, since they trust what comes from the machine itself.
 */
function demoCookie(cookie: DemoCookie, mode: DemoMode): string {
  return [
    `${cookie.name}=${cookie.value}`,
    'Path=/',
    ...(cookie.domain ? [`Domain=${demoDomain(cookie.domain, mode)}`] : []),
    ...(cookie.maxAge === undefined ? [] : [`Max-Age=${cookie.maxAge}`]),
    ...(cookie.httpOnly ? ['HttpOnly'] : []),
    ...(cookie.crossSite || mode.kind === 'real' ? ['Secure'] : []),
    `SameSite=${cookie.crossSite ? 'None' : 'Lax'}`,
  ].join('; ');
}

/** The headers for those cookies that the browser did not send. */
export const missingCookies = (
  sent: ReadonlyMap<string, string>,
  mode: DemoMode,
  cookies: readonly DemoCookie[],
): string[] => cookies.filter(({ name }) => !sent.has(name)).map((cookie) => demoCookie(cookie, mode));
