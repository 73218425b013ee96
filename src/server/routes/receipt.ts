import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/api/v1/receipts/:id',
  summary: 'The record with this id, for the visitor who holds the id.',
  access: 'public',
  handle: async (c, server) => {
    const sites = server.sites.all().map(({ config }) => config.site.id);
    const record = await server.store.findRecord(sites, c.req.param('id') ?? '');
    if (!record) throw new ProblemError('not-found', 'There is no record with this id.');
    return c.json({ schema: 'avowal/receipt@1', record }, 200, { 'cache-control': 'no-store' });
  },
};
export default route;
