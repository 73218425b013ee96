import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DemoAnswer, type DemoRequest, readCookies } from './demo-exchange.ts';
import { demoHandler } from './demo-handler.ts';
import { demoUrl, readDemoHost } from './demo-mode.ts';
import type { DemoPolicy } from './demo-policy.ts';
import { forwardRequest } from './forward-request.ts';
import { listenDual } from './listen-dual.ts';
import { readForm } from './read-form.ts';
import { SITE_HOST } from './site/site-host.ts';

/** Changes the answers of the company's own host, as a server-side integration would: page and cookies. */
export type DemoTransform = (answer: DemoAnswer, request: DemoRequest) => DemoAnswer | Promise<DemoAnswer>;

/** How the demo is run. */
export interface DemoOptions {
  /** 0 = any free one. */
  readonly port: number;
  readonly transform?: DemoTransform;
  readonly policy?: DemoPolicy;
  /** Requests to the company's host below `prefix` go to the server at `target`, path without the prefix. */
  readonly forward?: { readonly prefix: string; readonly target: string };
}

/** A running demo. */
export interface RunningDemo {
  readonly port: number;
  /** Address for a person's own browser. */
  readonly url: string;
  close(): Promise<void>;
}

async function readRequest(incoming: IncomingMessage): Promise<DemoRequest | undefined> {
  const host = readDemoHost(incoming.headers.host);
  const path = incoming.url ?? '/';
  // A target like "//evil/" would name another host if it were resolved.
  const text = `https://${host?.name}${path.startsWith('/') ? path : '/'}`;
  if (!host || !URL.canParse(text)) return undefined;
  const { method = 'GET', headers } = incoming;
  const form = await readForm(incoming);
  if (!form) return undefined;
  return { method, headers, form, url: new URL(text), mode: host.mode, cookies: readCookies(headers.cookie) };
}

function send(outgoing: ServerResponse, answer: DemoAnswer, method: string | undefined): void {
  const cookies = answer.cookies.length ? { 'set-cookie': [...answer.cookies] } : {};
  outgoing.writeHead(answer.status, { ...answer.headers, ...cookies, 'x-content-type-options': 'nosniff' });
  outgoing.end(method === 'HEAD' ? undefined : answer.body);
}

/**
 * Serves the company's website and every third party that it uses on one port of this machine, by `Host` header, over
 * HTTP and HTTPS. Throws `PORT_IN_USE`.
 */
export async function startDemoSite(options: DemoOptions): Promise<RunningDemo> {
  const handler = demoHandler(options.policy);
  const { forward } = options;

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const host = readDemoHost(incoming.headers.host);
    const path = incoming.url ?? '/';
    if (forward && host?.name === SITE_HOST && path.startsWith(`${forward.prefix}/`)) {
      forwardRequest(incoming, outgoing, forward.target, path.slice(forward.prefix.length));
      return;
    }
    const request = await readRequest(incoming);
    if (!request) {
      outgoing.writeHead(400, { 'content-type': 'text/plain', connection: 'close' }).end('Bad request.');
      return;
    }
    const own = await handler(request);
    const change = request.url.hostname === SITE_HOST && options.transform;
    send(outgoing, change ? await change(own, request) : own, incoming.method);
  }

  const listener = await listenDual(options.port, (incoming, outgoing) => {
    respond(incoming, outgoing).catch((error: unknown) => {
      console.error(error);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(500, { 'content-type': 'text/plain' }).end('The demo made a mistake.');
    });
  });
  const url = demoUrl(`https://${SITE_HOST}/`, { kind: 'local', port: listener.port });
  return { port: listener.port, url, close: listener.close };
}
