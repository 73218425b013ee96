import { getCookie, setCookie } from 'hono/cookie';
import { ACCESS_COOKIE, isSameSecret } from './access-key.ts';
import { lockedPage } from './dashboard/locked-page.ts';
import { pageResponse } from './dashboard/page-response.ts';
import { ProblemError, problemResponse } from './problem.ts';
import type { RouteRequest } from './route.ts';
import type { ServerContext } from './server-context.ts';

/**
 * Lets in who holds the access key: as `?key=`, which becomes a cookie and leaves the address bar, as that cookie, or as
 * a Bearer token. Returns the answer to everybody else.
 */
export async function checkAccess(
  c: RouteRequest,
  { accessKey, publicUrl }: ServerContext,
): Promise<Response | undefined> {
  const url = new URL(c.req.url);
  if (isSameSecret(url.searchParams.get('key') ?? undefined, accessKey.key)) {
    setCookie(c, ACCESS_COOKIE, accessKey.cookie, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      secure: publicUrl.startsWith('https:'),
      maxAge: 30 * 86_400,
    });
    url.searchParams.delete('key');
    return c.redirect(`${url.pathname}${url.search}`, 303);
  }
  if (isSameSecret(getCookie(c, ACCESS_COOKIE), accessKey.cookie)) return undefined;
  const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (isSameSecret(bearer, accessKey.key)) return undefined;
  return url.pathname.startsWith('/api/')
    ? problemResponse(new ProblemError('key-missing'))
    : pageResponse(lockedPage, 401);
}
