import { dayRows, firstDay } from '../dashboard/days.ts';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/api/v1/sites/:site/statistics',
  summary: 'Answers of the last 14 days by day and action, and by purpose.',
  access: 'key',
  scope: 'statistics',
  handle: async (c, server) => {
    const id = c.req.param('site') ?? '';
    if (!server.sites.get(id)) throw new ProblemError('unknown-site');
    const now = new Date();
    const days = dayRows(await server.store.countActions(id, firstDay(now)), now);
    const purposes = await server.store.countPurposes(id, firstDay(now));
    return c.json({ days, purposes }, 200, { 'cache-control': 'no-store' });
  },
};
export default route;
