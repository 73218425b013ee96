import { planInclusion } from '../log/proof-plan.ts';
import { LOG_HEADERS } from '../log-headers.ts';
import { numberInQuery } from '../number-in-query.ts';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/api/v1/log/proof/inclusion',
  summary: 'The hashes that lead from a leaf of the record log to a root (RFC 6962 §2.1.1).',
  query: {
    index: 'The leaf, from 0.',
    size: 'Number of leaves under the root. Default: the last checkpoint.',
  },
  access: 'public',
  limited: true,
  handle: async (c, server) => {
    const checkpoint = await server.recordLog.checkpoint();
    const index = numberInQuery(c, 'index');
    const size = numberInQuery(c, 'size', checkpoint.size);
    if (size > checkpoint.size || index >= size) {
      throw new ProblemError('not-found', `The last checkpoint has ${checkpoint.size} leaves.`);
    }
    const hashes = await server.recordLog.hashes(planInclusion(index, size));
    return c.json({ index, size, hashes, checkpoint: checkpoint.note }, 200, LOG_HEADERS);
  },
};
export default route;
