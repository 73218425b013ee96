import { corsHeaders } from '../cors-headers.ts';
import { ProblemError } from '../problem.ts';
import { makeReceipt } from '../records/make-receipt.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/api/v1/receipts/:id',
  summary: 'The record with this id and the proof that it is in the log, for the visitor who holds the id.',
  access: 'public',
  limited: true,
  handle: async (c, server) => {
    const sites = server.sites.all().map(({ config }) => config.site.id);
    const entry = await server.store.findEntry(sites, c.req.param('id') ?? '');
    if (!entry) throw new ProblemError('not-found', 'There is no record with this id.');
    if ('erasedAt' in entry) {
      const place = `Its place ${entry.leafIndex} in the log stays, without content.`;
      throw new ProblemError('erased', `The record with this id was erased on ${entry.erasedAt}. ${place}`);
    }
    if ('isPending' in entry) throw new ProblemError('proof-pending');
    const receipt = await makeReceipt(entry, server.recordLog, new Date());
    const cors = corsHeaders(c.req.header('origin') ?? null, server);
    return c.json(receipt, 200, { ...cors, 'cache-control': 'no-store' });
  },
};
export default route;
