import { existsSync, readFileSync } from 'node:fs';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/sites/:site/report',
  summary: 'Dashboard: the report of the last scan of a site.',
  access: 'key',
  handle: (c, server) => {
    const id = c.req.param('site') ?? '';
    if (!server.sites.get(id)) throw new ProblemError('unknown-site');
    const file = server.reportFile(id);
    if (!existsSync(file)) throw new ProblemError('not-found', 'This site has no report yet.');
    // It shows what a scanned site sent: in a sandbox it has no origin, so that nothing in it could reach the dashboard.
    const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'";
    return c.body(readFileSync(file, 'utf8'), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    });
  },
};
export default route;
