import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compileNotice } from '../../knowledge/config/compile-notice.ts';
import { compileRuntime } from '../../knowledge/config/compile-runtime.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import type { Config } from '../../model/config.ts';
import type { ConsentSubmission } from '../../model/consent-record.ts';
import type { RuntimeConfig } from '../../model/runtime-config.ts';
import { readBrowserBundles } from '../../server/sites/browser-bundles.ts';
import { coreScript, guardScript, type NoticePart, noticeScript } from '../../server/sites/script-text.ts';
import { TEST_CONFIG } from './test-config.ts';

/** A site under `site.localhost` with its third parties and the runtime as it is shipped. */
export interface TestServer {
  readonly origin: string;
  /** Requests that reached a host other than the site, as `host/path`. */
  readonly reached: string[];
  /** Bodies of the consent submissions that arrived. */
  readonly submissions: ConsentSubmission[];
  /** Pages by path; `{CORE}` stands for the script of the runtime, `{GUARD}` for the inline guard, `{GUARD n}` with that nonce. */
  readonly pages: Record<string, string>;
  /** Makes parts of the server fail, or wait (in milliseconds). */
  readonly broken: {
    ui?: boolean;
    details?: boolean;
    intake?: boolean;
    core?: boolean;
    coreDelayMs?: number;
  };
  readonly runtime: RuntimeConfig;
  close(): Promise<void>;
}

const readBody = async (request: IncomingMessage) => Buffer.concat(await request.toArray()).toString();

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

/** What the third parties answer: scripts say that they ran, everything else is empty. */
function answerOf(path: string): { type: string; body: string } {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const extension = /\.(\w+)$/.exec(name)?.[1] ?? 'html';
  const type = TYPES[extension] ?? 'text/html';
  const bodies: Readonly<Record<string, string>> = {
    js: `try { (top.ran ??= []).push(${JSON.stringify(name)}) } catch {}`,
    css: 'body{}',
    html: '<!doctype html><title>third party</title>',
  };
  return { type, body: bodies[extension] ?? '' };
}

/** Serves the test site; `answer` may take requests to the site before its pages do. */
export async function startTestServer(
  change: Partial<Config> = {},
  answer: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<TestServer> {
  const config = resolveConfig({ ...TEST_CONFIG, ...change });
  const runtime = compileRuntime(config, { server: '/_avowal', configHash: 'c'.repeat(64), uiRevision: 'u' });
  const bundles = readBrowserBundles();
  const reached: string[] = [];
  const submissions: ConsentSubmission[] = [];
  const pages: Record<string, string> = {};
  const broken: TestServer['broken'] = {};

  const server = createServer(async (request, response) => {
    const host = (request.headers.host ?? '').split(':')[0];
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const send = (status: number, type: string, body: string) =>
      response
        .writeHead(status, {
          'content-type': type,
          'access-control-allow-origin': '*',
          'cache-control': 'no-store',
        })
        .end(body);
    const isOwn = host === 'site.localhost';
    if (!isOwn || path.startsWith('/own-stats/')) {
      reached.push(`${isOwn ? 'own' : host}${path}`);
      const { type, body } = answerOf(path);
      return send(200, type, body);
    }
    const core = /^\/_avowal\/c\/test(\.strict)?\.js$/.exec(path);
    if (core && !broken.core) {
      await new Promise((resolve) => setTimeout(resolve, broken.coreDelayMs ?? 0));
      return send(200, 'text/javascript', coreScript(runtime, bundles, core[1] ? 'strict' : 'core'));
    }
    const ui = /^\/_avowal\/c\/test\/(ui|details)\.u\.([\w-]+)\.js$/.exec(path);
    if (ui && !broken.ui) {
      const notice = compileNotice(config, ui[2] as string, { policyUrl: '/policy' });
      if (ui[1] === 'details' && broken.details) return send(503, 'text/plain', '');
      return send(200, 'text/javascript', noticeScript(ui[1] as NoticePart, notice, bundles));
    }
    if (path === '/_avowal/c/test/debug.u.js') return send(200, 'text/javascript', bundles.debug);
    if (path === '/_avowal/api/v1/consents') {
      if (broken.intake) return send(503, 'application/json', '{}');
      const body = await readBody(request).catch(() => '');
      // A page that goes away breaks off what it sends.
      if (!body) return;
      submissions.push(JSON.parse(body));
      return send(201, 'application/json', '{}');
    }
    if (answer(request, response)) return;
    const page = pages[path];
    return page === undefined
      ? send(404, 'text/html', '<!doctype html><title>404</title>')
      : send(
          200,
          'text/html; charset=utf-8',
          page
            .replace(
              /\{GUARD( \w+)?\}/,
              (_, nonce: string = '') =>
                `<script nonce="${nonce.trim()}">${guardScript(runtime, bundles)}</script>`,
            )
            .replace('{CORE}', '<script src="/_avowal/c/test.js"></script>'),
        );
  });
  // As a server that speaks no WebSocket: the attempt has reached it all the same.
  server.on('upgrade', (request, socket) => {
    reached.push(`${(request.headers.host ?? '').split(':')[0]}${request.url?.split('?')[0]}`);
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://site.localhost:${port}`,
    reached,
    submissions,
    pages,
    broken,
    runtime,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
