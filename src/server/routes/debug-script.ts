import { sendAsset } from '../asset.ts';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';
import { SCRIPT_HEADERS } from '../script-headers.ts';

const route: Route = {
  method: 'get',
  path: '/c/:site/:file{debug\\.[0-9a-f]+\\.js}',
  summary: 'The order monitor of a site: shows in a page what was told, asked for and held back.',
  access: 'public',
  handle: (c, server) => {
    const site = server.sites.get(c.req.param('site') ?? '');
    if (!site) throw new ProblemError('unknown-site');
    const [, revision] = (c.req.param('file') ?? '').split('.');
    // A page that has been open since an earlier revision gets the monitor of today, which no cache may keep under that name.
    const isCurrent = revision === site.version.uiRevision;
    const cache = isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache';
    return sendAsset(site.debugScript, c.req.raw.headers, { ...SCRIPT_HEADERS, 'cache-control': cache });
  },
};
export default route;
