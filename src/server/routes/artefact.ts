import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/api/v1/artefacts/:hash{[0-9a-f]{64}}',
  summary: 'Exactly what was shown or run, by the SHA-256 that records name.',
  access: 'key',
  scope: 'records',
  handle: async (c, server) => {
    const artefact = await server.store.findArtefact(c.req.param('hash') ?? '');
    if (!artefact) throw new ProblemError('not-found', 'There is no artefact with this hash.');
    return c.body(artefact.content, 200, {
      'content-type': 'application/json',
      'cache-control': 'private, max-age=31536000, immutable',
    });
  },
};
export default route;
