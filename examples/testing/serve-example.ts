import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forwardRequest } from '../../demo/forward-request.ts';
import { listenDual } from '../../demo/listen-dual.ts';
import { startServer } from '../../src/server/start-server.ts';
import { serveStatic } from './serve-static.ts';
import { startNext } from './start-next.ts';

/** Every example. */
export const EXAMPLES = ['next', 'react', 'spa', 'svelte', 'vue'] as const;

/** The folder of an example. */
export type ExampleName = (typeof EXAMPLES)[number];

/** The host of every example's site. */
export const SITE_HOST = 'site.localhost';

const FOLDER = join(import.meta.dirname, '..');
const AVOWAL_PATH = '/_avowal';

/** An example that answers on a port of this machine. */
export interface ServedExample {
  readonly port: number;
  /** Content security policy of the site's answers, if it has one. */
  policy: string | undefined;
  close(): Promise<void>;
}

/** Builds an example; in `development` the framework says what it would be silent about. */
export function buildExample(name: ExampleName, build: 'production' | 'development'): void {
  execFileSync('npm', ['run', 'build'], {
    cwd: join(FOLDER, name),
    env: { ...process.env, NODE_ENV: build, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Serves a built example with the real Avowal server on its own host; every other host that leads here gets `others`. */
export async function serveExample(
  name: ExampleName,
  port: number,
  others: RequestListener,
): Promise<ServedExample> {
  const folder = join(FOLDER, name);
  const next = name === 'next' ? await startNext(folder) : undefined;
  const site = next?.listener ?? serveStatic(join(folder, 'dist'));
  const dataDir = mkdtempSync(join(tmpdir(), 'avowal-example-'));
  const avowal = await startServer({
    configFiles: [join(FOLDER, 'avowal.config.json')],
    dataDir,
    port: 0,
    publicUrl: AVOWAL_PATH,
    trustedProxies: 1,
    log: () => {},
  });
  const listener = await listenDual(port, (request, response) => {
    const url = request.url ?? '/';
    if (request.headers.host?.split(':')[0] !== SITE_HOST) others(request, response);
    else if (url.startsWith(`${AVOWAL_PATH}/`))
      forwardRequest(request, response, avowal.url, url.slice(AVOWAL_PATH.length));
    else {
      if (served.policy) response.setHeader('content-security-policy', served.policy);
      site(request, response);
    }
  });
  const served: ServedExample = {
    port: listener.port,
    policy: undefined,
    async close() {
      next?.stop();
      await listener.close();
      await avowal.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return served;
}
