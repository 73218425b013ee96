import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { checkAccess } from './check-access.ts';
import { pathsOf } from './paths-of.ts';
import { ProblemError, problemResponse } from './problem.ts';
import { requestAddress } from './request-address.ts';
import type { RouteEnvironment } from './route.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import type { ServerContext } from './server-context.ts';
import { toProblem } from './to-problem.ts';

type App = Hono<RouteEnvironment>;

/** Paths that answer although the server is not ready. */
const ALWAYS = new Set(['/healthz', '/readyz']);

/** Puts every route of the registry behind the same guards and headers. */
export function createApp(server: ServerContext): App {
  const app: App = new Hono();
  app.use(async (c, next) => {
    if (!server.isReady() && !ALWAYS.has(c.req.path)) c.res = problemResponse(new ProblemError('not-ready'));
    else await next();
    const isSent = c.res === RESPONSE_ALREADY_SENT;
    server.metrics.countAnswer(c.get('route'), isSent ? c.env.outgoing.statusCode : c.res.status);
    if (isSent) return;
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  });
  for (const { method, path, access, limited, scope, handle } of server.routes) {
    app.on(method.toUpperCase(), pathsOf(path, server), async (c) => {
      c.set('route', path);
      if (limited && !server.readLimiter(requestAddress(c.env.incoming, server)))
        throw new ProblemError('too-many-requests');
      if (access === 'key') {
        const refusal = await checkAccess(c, server, scope);
        if (refusal) return refusal;
      }
      return handle(c, server);
    });
  }
  app.notFound(() => problemResponse(new ProblemError('not-found')));
  app.onError((error) => problemResponse(toProblem(error, server.log)));
  return app;
}
