import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp, type Socket } from 'node:net';
import { generate } from 'selfsigned';

/** What one host answers; keys are `host/path`, `*` as a host for any. */
export type Routes = Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>;

/** Servers for any number of host names on one port, plain and TLS told apart by the first byte. */
export interface RunningHosts {
  readonly port: number;
  /** For `ScanOptions.resolve`. */
  readonly resolve: readonly string[];
  /** `host/path` of every request so far. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** A page. */
export const page =
  (body: string, headers: Readonly<Record<string, string | string[]>> = {}): Routes[string] =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(`<!doctype html><title>Test</title>${body}`);
  };

/** A script. */
export const script =
  (body: string): Routes[string] =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    response.end(body);
  };

/** Starts them on a free loopback port. */
export async function startHosts(routes: Routes): Promise<RunningHosts> {
  const log: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    log.push(url.hostname + url.pathname);
    const route = routes[url.hostname + url.pathname] ?? routes[`*${url.pathname}`];
    if (route) route(request, response);
    else response.writeHead(404).end();
  };
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'test' }]);
  const http = createHttp(answer);
  const https = createHttps({ key, cert }, answer);
  const sockets = new Set<Socket>();
  const server = createTcp((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket));
    socket.once('data', (chunk) => {
      socket.pause();
      socket.unshift(chunk);
      (chunk[0] === 22 ? https : http).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    port,
    resolve: [`*=127.0.0.1:${port}`],
    log,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}
