import { sendAsset } from '../asset.ts';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';
import { SCRIPT_HEADERS } from '../script-headers.ts';

const route: Route = {
  method: 'get',
  path: '/c/:site/:file{ui\\.[0-9a-f]+\\.[A-Za-z0-9-]+\\.js}',
  summary: 'Notice and preferences of a site in one revision and one locale; never changes.',
  access: 'public',
  handle: async (c, server) => {
    const site = server.sites.get(c.req.param('site') ?? '');
    if (!site) throw new ProblemError('unknown-site');
    const [, revision = '', locale = ''] = (c.req.param('file') ?? '').split('.');
    const script = await server.sites.findNoticeScript(site, revision, locale);
    if (!script) throw new ProblemError('not-found', 'This site has no such revision or locale.');
    const cache = 'public, max-age=31536000, immutable';
    return sendAsset(script, c.req.raw.headers, { ...SCRIPT_HEADERS, 'cache-control': cache });
  },
};
export default route;
