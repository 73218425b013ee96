import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/c/:file{[a-z0-9-]+\\.json}',
  summary: 'What the script of a site knows, as JSON: for rewriting pages on the server.',
  access: 'public',
  handle: (c, server) => {
    const site = server.sites.get(c.req.param('file')?.slice(0, -'.json'.length) ?? '');
    if (!site) throw new ProblemError('unknown-site');
    return c.json(site.runtime, 200, { 'cache-control': 'public, max-age=300' });
  },
};
export default route;
