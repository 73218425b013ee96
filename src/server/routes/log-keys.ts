import { formatVerifierKey } from '../log/verifier-key.ts';
import { LOG_HEADERS } from '../log-headers.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/api/v1/log/keys',
  summary: 'The public keys that sign the record log, newest first, one on each line (C2SP signed-note).',
  access: 'public',
  limited: true,
  handle: (c, server) => {
    const lines = server.recordLog.keys().verifierKeys.map((key) => `${formatVerifierKey(key)}\n`);
    return c.text(lines.join(''), 200, { ...LOG_HEADERS, 'cache-control': 'no-cache' });
  },
};
export default route;
