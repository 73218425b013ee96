import type { RuntimeConfig } from '../model/runtime-config.ts';
import { fromBytes, toBytes } from './byte-text.ts';
import { createFetchedRewriter, isFetched } from './fetched-page.ts';
import { gateHeaders, isPage } from './gate-headers.ts';
import { createWorkerRewriter, isWorkerScript } from './gate-worker.ts';
import { createPageRewriter } from './page-rewriter.ts';
import { pageUrl } from './page-url.ts';
import { pageVersion, takeVersion } from './page-version.ts';
import type { MarkupScanner } from './scan-markup.ts';

/** How the answers of a site are rewritten. */
export interface ResponseOptions {
  /** HTML put first in `<head>`; see `coreTag`. */
  readonly script: string;
  /** The script differs from answer to answer, as one with a nonce does: nothing is compared with what a browser has. */
  readonly isUnique?: boolean;
}

/** Brotli is newer than the types of some platforms, and than some platforms: there such a page passes as it is. */
type Format = ConstructorParameters<typeof CompressionStream>[0];

const FORMATS: Readonly<Record<string, Format>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'brotli' as Format,
};

/** A stream that rewrites the bytes of a page in any encoding that extends ASCII. Throws `URL_INVALID`. */
export function createByteRewriter(
  config: RuntimeConfig,
  options: { readonly script: string; readonly url?: string },
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return byteStream(createPageRewriter(config, options, true));
}

function byteStream(page: MarkupScanner): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const send = (html: string, controller: TransformStreamDefaultController<Uint8Array<ArrayBuffer>>) => {
    if (html) controller.enqueue(toBytes(html));
  };
  return new TransformStream({
    transform: (bytes, controller) => send(page.write(fromBytes(bytes)), controller),
    flush: (controller) => send(page.end(), controller),
  });
}

/**
 * The request to make for a page or a worker: a browser that has it in another version must get it anew, and in one piece.
 * Requests for anything else stay as they are.
 */
export function pageRequest(request: Request, config: RuntimeConfig, options: ResponseOptions): Request {
  const isWorker = request.headers.get('sec-fetch-dest') === 'worker';
  if (!isWorker && !request.headers.get('accept')?.includes('text/html')) return request;
  const headers = new Headers(request.headers);
  const version = pageVersion(config, options.script);
  const known = options.isUnique ? '' : takeVersion(headers.get('if-none-match') ?? '', version);
  for (const name of ['if-none-match', 'if-modified-since', 'range', 'if-range']) headers.delete(name);
  if (known) headers.set('if-none-match', known);
  return new Request(request, { headers });
}

/** The answer as it may go out: a page rewritten, a worker with a guard before its code, anything else as it is. `request` is the one that the browser made. */
export function rewriteResponse(
  request: Request,
  response: Response,
  config: RuntimeConfig,
  options: ResponseOptions,
): Response {
  const version = options.isUnique ? undefined : pageVersion(config, options.script);
  const isKnown =
    version !== undefined && takeVersion(request.headers.get('if-none-match') ?? '', version) !== '';
  const isCut = response.status === 206;
  const type = response.headers.get('content-type') ?? '';
  const isWorker = isWorkerScript(request.headers.get('sec-fetch-dest'), type);
  if (!((isWorker || isPage(type)) && !isCut) && !(response.status === 304 && isKnown)) return response;
  const asked = new URL(request.url);
  const url = pageUrl(config, asked.host, asked.pathname);
  const headers = new Headers(response.headers);
  const changes = gateHeaders(config, url, version, (name) => headers.get(name) ?? undefined);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  if (isWorker) headers.append('vary', 'Sec-Fetch-Dest');
  const init = { status: response.status, statusText: response.statusText, headers };
  if (!response.body) return new Response(null, init);
  const coding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  const createPage = (hasCore: boolean) =>
    createPageRewriter(config, { script: hasCore ? options.script : '', url }, true);
  const rewriter = byteStream(
    isWorker
      ? createWorkerRewriter()
      : isFetched((name) => request.headers.get(name))
        ? createFetchedRewriter(createPage)
        : createPage(true),
  );
  // What came by fetch() is decoded already, whatever its header says.
  if (coding === 'identity' || response.url) {
    headers.delete('content-encoding');
    return new Response(response.body.pipeThrough(rewriter), init);
  }
  const streams = openCoding(coding);
  if (!streams) return response;
  return new Response(
    response.body.pipeThrough(streams[0]).pipeThrough(rewriter).pipeThrough(streams[1]),
    init,
  );
}

function openCoding(coding: string): [DecompressionStream, CompressionStream] | undefined {
  try {
    const format = FORMATS[coding];
    return format && [new DecompressionStream(format), new CompressionStream(format)];
  } catch {
    return undefined;
  }
}
