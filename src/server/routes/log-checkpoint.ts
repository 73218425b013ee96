import { LOG_HEADERS } from '../log-headers.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/api/v1/log/checkpoint',
  summary: 'The last signed head of the record log (C2SP tlog-checkpoint).',
  access: 'public',
  limited: true,
  handle: async (c, server) => {
    const { note } = await server.recordLog.checkpoint();
    return c.text(note, 200, { ...LOG_HEADERS, 'cache-control': 'no-cache' });
  },
};
export default route;
