import type { Route } from '../route.ts';

/** Day from which this server honours Global Privacy Control, as the GPC draft's support resource asks. */
const LAST_UPDATE = '2026-11-23';

const route: Route = {
  method: 'get',
  path: '/.well-known/gpc.json',
  summary: 'Says that Global Privacy Control is honoured.',
  access: 'public',
  handle: (c) =>
    c.json({ gpc: true, lastUpdate: LAST_UPDATE }, 200, { 'cache-control': 'public, max-age=86400' }),
};
export default route;
