import { sendAsset } from '../asset.ts';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';
import { SCRIPT_HEADERS } from '../script-headers.ts';

const route: Route = {
  method: 'get',
  path: '/c/:file{[a-z0-9-]+(?:\\.strict)?\\.js}',
  summary: 'The script of a site: first in its <head>. With `.strict` before `.js` it holds back more.',
  access: 'public',
  handle: (c, server) => {
    const [id = '', edition] = c.req.param('file')?.split('.') ?? [];
    const site = server.sites.get(id);
    if (!site) throw new ProblemError('unknown-site');
    // Short, so that an edited configuration reaches visitors within minutes.
    const cache = 'public, max-age=300, stale-while-revalidate=3600';
    return sendAsset(edition === 'strict' ? site.strictScript : site.coreScript, c.req.raw.headers, {
      ...SCRIPT_HEADERS,
      'cache-control': cache,
    });
  },
};
export default route;
