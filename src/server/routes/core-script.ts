import { sendAsset } from '../asset.ts';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';
import { SCRIPT_HEADERS } from '../script-headers.ts';

const route: Route = {
  method: 'get',
  path: '/c/:file{[a-z0-9-]+\\.js}',
  summary: 'The script of a site: first in its <head>.',
  access: 'public',
  handle: (c, server) => {
    const site = server.sites.get(c.req.param('file')?.slice(0, -'.js'.length) ?? '');
    if (!site) throw new ProblemError('unknown-site');
    // Short, so that an edited configuration reaches visitors within minutes.
    const cache = 'public, max-age=300, stale-while-revalidate=3600';
    return sendAsset(site.coreScript, c.req.raw.headers, { ...SCRIPT_HEADERS, 'cache-control': cache });
  },
};
export default route;
