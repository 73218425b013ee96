// A server as a process of its own: node serve.ts MODE DATA [DATABASE]. Says where it listens, then what it used whenever asked.
import { writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { answerAtOnce } from '../../../src/server/answer-at-once.ts';
import { corsFor } from '../../../src/server/cors-headers.ts';
import { createApp } from '../../../src/server/create-app.ts';
import { listen } from '../../../src/server/listen.ts';
import { createMetrics } from '../../../src/server/metrics.ts';
import { readBody } from '../../../src/server/records/read-body.ts';
import type { Route } from '../../../src/server/route.ts';
import type { ServerContext } from '../../../src/server/server-context.ts';
import { startServer } from '../../../src/server/start-server.ts';
import { FIXTURE_BUNDLES } from '../../../src/server/testing/fixture-bundles.ts';
import { fixtureConfig } from '../../../src/server/testing/fixture-config.ts';

/** What the process has used so far, in microseconds and bytes. */
export interface Usage {
  readonly mainThread: number;
  readonly allThreads: number;
  readonly rss: number;
}

/** What is measured: HTTP without and with the app, records in SQLite, or those in PostgreSQL with an acknowledgement before and after its commit. */
export type Mode = 'bare' | 'no-op' | 'intake' | 'local' | 'replicated';

const [mode, dataDir = '', database] = process.argv.slice(2) as [Mode, string?, string?];
const publicUrl = 'https://consent.example';

const headers = { ...corsFor('https://www.shop.example'), 'cache-control': 'no-store' };
const body = {
  id: '00000000-0000-4000-8000-000000000000',
  receivedAt: '2026-11-23T10:00:01.000Z',
  validUntil: '2027-05-23T10:00:01.000Z',
};

/** A route like any other, which reads the body to its end and answers as the intake does. */
const noOp: Route = {
  method: 'post',
  path: '/api/v1/consents',
  summary: 'Does nothing.',
  access: 'public',
  handle: async (c) => {
    await c.req.raw.text();
    return c.json(body, 201, headers);
  },
};

/** The same without the app, as the intake reads and answers: all that Node's own HTTP costs. */
const bare: RequestListener = async (request, response) => {
  await readBody(request);
  answerAtOnce(response, 201, headers, body);
};

async function start(): Promise<number> {
  if (mode === 'bare' || mode === 'no-op') {
    const { server, port } = await listen(0, '127.0.0.1');
    const metrics = createMetrics();
    const context = { routes: [noOp], publicUrl, metrics, isReady: () => true, log: () => undefined };
    const { fetch } = createApp(context as unknown as ServerContext);
    server.on(
      'request',
      mode === 'bare' ? bare : getRequestListener(fetch, { overrideGlobalObjects: false }),
    );
    return port;
  }
  const configFile = join(dataDir, 'avowal.config.json');
  writeFileSync(configFile, JSON.stringify(fixtureConfig()));
  const { url } = await startServer({
    configFiles: [configFile],
    dataDir,
    port: 0,
    publicUrl,
    bundles: FIXTURE_BUNDLES,
    rateLimit: { burst: 1e9, perSecond: 1e9 },
    log: () => undefined,
    ...(database && { database, acknowledgement: mode === 'replicated' ? mode : 'local' }),
  });
  return Number(new URL(url).port);
}

const micros = ({ user, system }: NodeJS.CpuUsage) => user + system;
process.on('message', () => {
  const usage: Usage = {
    mainThread: micros(process.threadCpuUsage()),
    allThreads: micros(process.cpuUsage()),
    rss: process.memoryUsage.rss(),
  };
  process.send?.(usage);
});
process.once('disconnect', () => process.exit());
process.send?.(await start());
