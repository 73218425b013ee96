import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';

const LIMIT = 100;

const route: Route = {
  method: 'get',
  path: '/api/v1/sites/:site/records',
  summary: 'Records of a site, newest first, at most 100.',
  query: {
    consent: 'Only those of this consent id.',
    before: 'Only those received before this time, ISO 8601.',
  },
  access: 'key',
  handle: async (c, server) => {
    const id = c.req.param('site') ?? '';
    if (!server.sites.get(id)) throw new ProblemError('unknown-site');
    const consentId = c.req.query('consent');
    const before = c.req.query('before');
    const records = await server.store.listRecords(id, {
      limit: LIMIT,
      ...(consentId && { consentId }),
      ...(before && !Number.isNaN(Date.parse(before)) && { before }),
    });
    return c.json({ records }, 200, { 'cache-control': 'no-store' });
  },
};
export default route;
