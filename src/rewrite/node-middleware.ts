import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RuntimeConfig } from '../model/runtime-config.ts';
import { createFetchedRewriter, isFetched } from './fetched-page.ts';
import { createServiceFinder } from './find-optional-service.ts';
import { gateHeaders, isPage } from './gate-headers.ts';
import { gateLinkHeader } from './gate-link-header.ts';
import { createWorkerRewriter, isWorkerScript } from './gate-worker.ts';
import { openPageBody, type PageBody } from './node-page-body.ts';
import { createPageRewriter } from './page-rewriter.ts';
import { pageUrl } from './page-url.ts';
import { pageVersion, takeVersion } from './page-version.ts';

/** How the pages of a Node server are rewritten. */
export interface MiddlewareOptions {
  /**
   * HTML put first in `<head>`; see `coreTag`. A function is asked for each page, so that it can name the nonce of this
   * answer; such pages are never compared with what a browser has.
   */
  readonly script: string | ((request: IncomingMessage, response: ServerResponse) => string);
}

/** A middleware of Connect and Express, and of a plain server that calls it with what comes next. */
export type Middleware = (
  request: IncomingMessage & { readonly originalUrl?: string },
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

type Done = (error?: Error | null) => void;

const textOf = (value: number | string | readonly string[] | undefined) =>
  typeof value === 'object' ? value.join(', ') : value?.toString();

/** Takes over the headers that `writeHead` was given, in any of its forms. */
function takeHeaders(response: ServerResponse, headers: unknown): void {
  if (typeof headers !== 'object' || headers === null) return;
  if (!Array.isArray(headers)) {
    for (const [name, value] of Object.entries(headers))
      if (value !== undefined) response.setHeader(name, value);
    return;
  }
  const pairs: [name: string, value: string | string[]][] = Array.isArray(headers[0])
    ? headers
    : headers.flatMap((name, i) => (i % 2 === 0 ? [[name, headers[i + 1]]] : []));
  // They take the place of what was set before; a name may stand in them more than once.
  for (const [name] of pairs) response.removeHeader(name);
  for (const [name, value] of pairs) response.appendHeader(name, value);
}

/** A browser that has a page in another version must get it anew, and in one piece; returns what it knows of this version. */
function prepareRequest({ headers }: IncomingMessage, version: string | undefined): string {
  if (!headers.accept?.includes('text/html') && headers['sec-fetch-dest'] !== 'worker') return '';
  const known = version === undefined ? '' : takeVersion(headers['if-none-match'] ?? '', version);
  for (const name of ['if-none-match', 'if-modified-since', 'range', 'if-range']) delete headers[name];
  if (known) headers['if-none-match'] = known;
  return known;
}

/**
 * Rewrites the pages that come after it: puts the core first in `<head>` and marks what an optional service would load; and puts a
 * guard before the code of workers. Anything else passes as it is. Put it behind what compresses; what is compressed already is opened and closed again.
 */
export function rewriteMiddleware(config: RuntimeConfig, { script }: MiddlewareOptions): Middleware {
  const version = typeof script === 'string' ? pageVersion(config, script) : undefined;
  const { find } = createServiceFinder(config);
  return (request, response, next) => {
    const known = prepareRequest(request, version);
    const host = request.headers.host ?? textOf(request.headers[':authority']);
    const url = pageUrl(config, host, request.originalUrl ?? request.url ?? '/');
    const native = {
      writeHead: response.writeHead.bind(response) as (status: number, message?: string) => ServerResponse,
      write: response.write.bind(response) as (...args: unknown[]) => boolean,
      end: response.end.bind(response) as unknown as (...args: unknown[]) => ServerResponse,
      writeEarlyHints: response.writeEarlyHints?.bind(response),
    };
    let body: PageBody | undefined;
    let isDecided = false;

    const createPage = (hasCore: boolean) => {
      const core = () => (typeof script === 'string' ? script : script(request, response));
      return createPageRewriter(config, { script: hasCore ? core() : '', url }, true);
    };
    const rewriter = () =>
      isFetched((name) => request.headers[name]) ? createFetchedRewriter(createPage) : createPage(true);

    function decide(status: number): void {
      if (isDecided) return;
      isDecided = true;
      const type = textOf(response.getHeader('content-type')) ?? '';
      const isWorker = isWorkerScript(textOf(request.headers['sec-fetch-dest']), type);
      const isWhole = (isWorker || isPage(type)) && status !== 206;
      if (!isWhole && !(status === 304 && known)) return;
      const coding = textOf(response.getHeader('content-encoding'))?.trim().toLowerCase() ?? '';
      if (isWhole && request.method !== 'HEAD' && status !== 204 && status !== 304) {
        body = openPageBody(isWorker ? createWorkerRewriter() : rewriter(), coding, response, native);
        if (!body) return;
      }
      const changes = gateHeaders(config, url, version, (name) => textOf(response.getHeader(name)));
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined) response.removeHeader(name);
        else response.setHeader(name, value);
      }
      if (isWorker) response.appendHeader('vary', 'Sec-Fetch-Dest');
    }

    response.writeHead = ((status: number, ...rest: unknown[]) => {
      takeHeaders(response, rest.at(-1));
      decide(status);
      return typeof rest[0] === 'string' ? native.writeHead(status, rest[0]) : native.writeHead(status);
    }) as typeof response.writeHead;

    response.write = ((...args: unknown[]) => {
      decide(response.statusCode);
      return body ? body.write(...chunkOf(args)) : native.write(...args);
    }) as typeof response.write;

    response.end = ((...args: unknown[]) => {
      decide(response.statusCode);
      if (!body) return native.end(...args);
      if (typeof args[0] === 'function') body.end(undefined, args[0] as Done);
      else body.end(...chunkOf(args));
      return response;
    }) as typeof response.end;

    if (native.writeEarlyHints)
      response.writeEarlyHints = (hints, done) => {
        const links = [hints.link ?? []]
          .flat()
          .map((link) => gateLinkHeader(link, (address) => find(address, url)));
        const allowed = links.filter(Boolean);
        if (allowed.length > 0) native.writeEarlyHints({ ...hints, link: allowed }, done);
        else done?.();
      };
    next();
  };
}

/** The arguments of `write` and `end` as bytes and what is called when they are out. */
function chunkOf([chunk, encoding, done]: readonly unknown[]): [chunk: Buffer, done?: Done] {
  const callback = (typeof encoding === 'function' ? encoding : done) as Done | undefined;
  const coding = typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8';
  const bytes = Buffer.isBuffer(chunk)
    ? chunk
    : chunk instanceof Uint8Array
      ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      : Buffer.from(String(chunk ?? ''), coding);
  return callback ? [bytes, callback] : [bytes];
}
