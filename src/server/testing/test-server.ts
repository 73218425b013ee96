import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Config } from '../../model/config.ts';
import type { ConsentSubmission, SentSubmission } from '../../model/consent-record.ts';
import { type RunningServer, type ServerOptions, startServer } from '../start-server.ts';
import { FIXTURE_BUNDLES } from './fixture-bundles.ts';
import { fixtureConfig } from './fixture-config.ts';
import { fixtureSubmission } from './fixture-submission.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A real server on a free port with a real store, and what a test says to it. */
export interface TestServer extends RunningServer {
  readonly dataDir: string;
  readonly configFile: string;
  /** Every log line so far. */
  readonly lines: readonly string[];
  /** A submission that fits what is served now. */
  submission(edit?: Partial<ConsentSubmission>): Promise<SentSubmission>;
  /** Posts a body as a page of the shop would. */
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Gets a path of the dashboard with the access key. */
  open(path: string): Promise<Response>;
}

/** The configuration compiled into a core script of {@link FIXTURE_BUNDLES}. */
export function readCoreConfig(script: string): {
  configHash: string;
  uiRevision: string;
  server: string;
  snapshot: string;
} {
  return JSON.parse(
    /^\{const AVOWAL_SIGNALS=\[\],AVOWAL_LOG=\[\],AVOWAL_CONFIG=(\{.*\});+globalThis\.core=AVOWAL_CONFIG\}$/.exec(
      script,
    )?.[1] ?? 'null',
  );
}

/** Starts a server that stops when the test has finished. */
export async function startTestServer(
  options: Partial<ServerOptions> & { config?: Config } = {},
): Promise<TestServer> {
  const { config, ...rest } = options;
  const dataDir = options.dataDir ?? temporaryFolder();
  const configFile = join(temporaryFolder(), 'avowal.config.json');
  writeFileSync(configFile, JSON.stringify(config ?? fixtureConfig()));
  const lines: string[] = [];
  const server = await startServer({
    configFiles: [configFile],
    port: 0,
    bundles: FIXTURE_BUNDLES,
    log: (line) => lines.push(line),
    ...rest,
    dataDir,
  });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= server.close();
    return closed;
  };
  onTestFinished(close);
  const key = new URL(server.adminUrl).searchParams.get('key') ?? '';
  return {
    ...server,
    close,
    dataDir,
    configFile,
    lines,
    submission: async (edit) => {
      const script = await (await fetch(`${server.url}/c/shop.js`)).text();
      const { configHash, snapshot } = readCoreConfig(script);
      return { ...fixtureSubmission({ configHash, ...edit }), snapshot };
    },
    post: (body, headers) =>
      fetch(`${server.url}/api/v1/consents`, {
        method: 'POST',
        body:
          typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
        headers: { 'content-type': 'application/json', origin: 'https://www.shop.example', ...headers },
      }),
    open: (path) =>
      fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${key}` }, redirect: 'manual' }),
  };
}
