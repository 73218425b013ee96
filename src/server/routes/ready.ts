import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/readyz',
  summary: 'Whether sites are loaded and the store answers.',
  access: 'public',
  handle: async (c, server) => {
    if (!server.isReady()) throw new ProblemError('not-ready');
    await server.store.check();
    return c.json({ status: 'ready', sites: server.sites.all().length }, 200, {
      'cache-control': 'no-store',
    });
  },
};
export default route;
