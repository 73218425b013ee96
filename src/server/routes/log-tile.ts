import { HASH_BYTES } from '../log/merkle-hash.ts';
import { parseTilePath, tileWidth } from '../log/tile.ts';
import { LOG_HEADERS } from '../log-headers.ts';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/api/v1/log/tile/:tile{.+}',
  summary:
    'Hashes of the record log, up to 256 at once (C2SP tlog-tiles): level/number, with .p/width where it is not full.',
  access: 'public',
  limited: true,
  handle: async (c, server) => {
    const wanted = parseTilePath(c.req.param('tile') ?? '');
    const { size } = await server.recordLog.checkpoint();
    const [tile] =
      wanted && tileWidth(wanted, size) >= wanted.width ? await server.store.readTiles([wanted]) : [];
    if (!wanted || !tile) throw new ProblemError('not-found', 'The last checkpoint has no such tile.');
    return c.body(new Uint8Array(tile.hashes.subarray(0, wanted.width * HASH_BYTES)), 200, {
      ...LOG_HEADERS,
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  },
};
export default route;
