import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { ConfigTracker } from '../../../model/config.ts';
import { createRewriter } from '../../../rewrite/create-rewriter.ts';
import { rewriteMiddleware } from '../../../rewrite/node-middleware.ts';
import { readBrowserBundles } from '../../../server/sites/browser-bundles.ts';
import { coreScript } from '../../../server/sites/script-text.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { type Installation, isDown, isRewritten, scriptIn } from './installations.ts';
import type { Vector } from './vector.ts';
import { vectorPage } from './vector-page.ts';
import { VECTORS } from './vectors.ts';

/** A site whose one page tries every vector. */
export interface VectorSite extends Pick<TestServer, 'origin' | 'submissions' | 'close'> {
  /** Ids of the vectors whose request or connection has arrived since the last `prepare`. */
  readonly arrived: ReadonlySet<string>;
  /** Makes the page of the next visit. */
  prepare(installation: Installation): Promise<void>;
}

const KINDS = ['js-cookie', 'local-storage', 'session-storage', 'indexed-db', 'cache'] as const;
const TRACKERS = KINDS.map(
  (kind): ConfigTracker => ({
    name: '_st.*',
    kind,
    party: 'first',
    service: 'stats',
    lifetimeSeconds: null,
    description: 'Recognises you.',
  }),
);

/** What the server of the tests fills in. */
const GUARD_AND_CORE = '{GUARD}{CORE}';

/** Serves the page of the vectors with their third party. */
export async function startVectorSite(): Promise<VectorSite> {
  let current: Installation = 'none';
  const server = await startTestServer({ trackers: TRACKERS }, (request, response) => {
    if (!request.url?.startsWith('/worker.js?')) return false;
    const respond = () =>
      response
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end('fetch(decodeURIComponent(location.search.slice(1)))');
    if (isRewritten(current)) rewriteMiddleware(server.runtime, { script: '' })(request, response, respond);
    else respond();
    return true;
  });
  const arrived = new Set<string>();
  const { reached, runtime, origin } = server;
  reached.push = (...paths) => {
    for (const path of paths) arrived.add(/\/v\/([\w-]+)/.exec(path)?.[1] ?? path);
    return 0;
  };

  // A connection says nothing of its purpose, so each one has a port of its own.
  const ports = new Map<Vector, number>();
  const listeners = VECTORS.filter(({ seen }) => seen === 'connection').map((vector) => {
    const listener = createServer((socket) => {
      arrived.add(vector.id);
      socket.on('error', () => {});
      setTimeout(() => socket.destroy(), 200);
    });
    return { vector, listener };
  });
  for (const { vector, listener } of listeners) {
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    ports.set(vector, (listener.address() as AddressInfo).port);
  }

  const { port } = new URL(origin);
  const inline = `<script>${coreScript(runtime, readBrowserBundles(), 'strict')}</script>`;
  const scriptOf = (installation: Installation) => {
    if (installation === 'none') return '';
    return scriptIn(installation) === 'strict' ? inline : GUARD_AND_CORE;
  };
  let visits = 0;
  const addressOf = (vector: Vector) =>
    ports.has(vector)
      ? `http://stats.localhost:${ports.get(vector)}/`
      : `http://${vector.own ? 'site' : 'stats'}.localhost:${port}${vector.own ? '/own-stats' : ''}/v/${vector.id}.${vector.answer ?? 'gif'}?${visits}`;

  const rewritten = async (html: string, script: string) => {
    const rewriter = createRewriter(runtime, { script, url: `${origin}/` });
    const page = new ReadableStream<string>({
      start(controller) {
        controller.enqueue(html);
        controller.close();
      },
    });
    return (await Array.fromAsync(page.pipeThrough(rewriter))).join('');
  };

  return {
    ...server,
    arrived,
    async prepare(installation) {
      visits += 1;
      current = installation;
      server.broken.core = isDown(installation);
      server.broken.coreDelayMs = installation === 'slow' ? 3000 : 0;
      const script = scriptOf(installation);
      server.pages['/'] = isRewritten(installation)
        ? await rewritten(vectorPage('', addressOf), script)
        : vectorPage(script, addressOf);
      arrived.clear();
    },
    async close() {
      for (const { listener } of listeners) listener.close();
      await server.close();
    },
  };
}
