import { planConsistency } from '../log/proof-plan.ts';
import { LOG_HEADERS } from '../log-headers.ts';
import { numberInQuery } from '../number-in-query.ts';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/api/v1/log/proof/consistency',
  summary: 'The hashes that show that the record log only grew between two sizes (RFC 6962 §2.1.2).',
  query: {
    from: 'Number of leaves before.',
    to: 'Number of leaves after. Default: the last checkpoint.',
  },
  access: 'public',
  limited: true,
  handle: async (c, server) => {
    const checkpoint = await server.recordLog.checkpoint();
    const from = numberInQuery(c, 'from');
    const to = numberInQuery(c, 'to', checkpoint.size);
    if (to > checkpoint.size || from > to) {
      throw new ProblemError('not-found', `The last checkpoint has ${checkpoint.size} leaves.`);
    }
    const hashes = await server.recordLog.hashes(planConsistency(from, to));
    return c.json({ from, to, hashes, checkpoint: checkpoint.note }, 200, LOG_HEADERS);
  },
};
export default route;
