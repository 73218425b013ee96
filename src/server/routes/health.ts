import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/healthz',
  summary: 'Whether the process answers.',
  access: 'public',
  handle: (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }),
};
export default route;
