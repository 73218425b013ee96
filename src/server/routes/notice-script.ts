import { sendAsset } from '../asset.ts';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';
import { SCRIPT_HEADERS } from '../script-headers.ts';
import type { NoticePart } from '../sites/script-text.ts';

const route: Route = {
  method: 'get',
  path: '/c/:site/:file{(?:ui|details)\\.[0-9a-f]+\\.[A-Za-z0-9-]+\\.js}',
  summary:
    'Notice and preferences of a site, and the details of its services, in one revision and one locale; never changes.',
  access: 'public',
  handle: async (c, server) => {
    const site = server.sites.get(c.req.param('site') ?? '');
    if (!site) throw new ProblemError('unknown-site');
    const [part, revision = '', locale = ''] = (c.req.param('file') ?? '').split('.');
    const script = await server.sites.findNoticeScript(site, part as NoticePart, revision, locale);
    if (!script) throw new ProblemError('not-found', 'This site has no such revision or locale.');
    const cache = 'public, max-age=31536000, immutable';
    return sendAsset(script, c.req.raw.headers, { ...SCRIPT_HEADERS, 'cache-control': cache });
  },
};
export default route;
