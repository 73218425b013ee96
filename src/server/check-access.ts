import { getCookie, setCookie } from 'hono/cookie';
import { ACCESS_COOKIE, isSameSecret } from './access-key.ts';
import { lockedPage } from './dashboard/locked-page.ts';
import { pageResponse } from './dashboard/page-response.ts';
import { ProblemError, problemResponse } from './problem.ts';
import type { RouteRequest } from './route.ts';
import type { ServerContext } from './server-context.ts';
import type { ApiToken, TokenScope } from './tokens/api-tokens.ts';

const refuse = (code: 'key-missing' | 'token-scope') => problemResponse(new ProblemError(code));
const isForPrograms = (path: string) => /^(\/[\w-]+)?\/(api\/|metrics$)/.test(path);

/** A token of one site opens nothing that is not of that site alone. */
const opens = ({ scopes, site }: ApiToken, scope: TokenScope | undefined, asked: string | undefined) =>
  scope !== undefined && scopes.includes(scope) && (site === null || site === asked);

/**
 * Lets in who holds the access key: as `?key=`, which becomes a cookie and leaves the address bar, as that cookie, or as
 * a Bearer token; where the route has a scope, also who holds a token with it. Returns the answer to everybody else.
 */
export async function checkAccess(
  c: RouteRequest,
  { accessKey, publicUrl, findToken }: ServerContext,
  scope?: TokenScope,
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
  const token = bearer === undefined ? undefined : findToken(bearer);
  if (token) return opens(token, scope, c.req.param('site')) ? undefined : refuse('token-scope');
  return isForPrograms(url.pathname) ? refuse('key-missing') : pageResponse(lockedPage, 401);
}
