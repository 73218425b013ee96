import { createHash, X509Certificate } from 'node:crypto';
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import { generate } from 'selfsigned';

/** An answer of a host, before compression. */
export interface Answer {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** One HTTPS host of the bench, over HTTP/2 as the web's hosts are. */
export interface WebHost {
  readonly port: number;
  /** What the browser is told to trust: base64 of the SHA-256 of the public key. */
  readonly spki: string;
  readonly server: Http2SecureServer;
}

const compressed = new Map<string, Buffer>();

/** Texts go out as small as brotli makes them, compressed once and before a visit, as a static host keeps them. */
export function compress(body: string): Buffer {
  let result = compressed.get(body);
  if (!result) {
    result = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    compressed.set(body, result);
  }
  return result;
}

/** Starts a host; `onSent` hears of each answer with the bytes of its body. */
export async function startWebHost(
  names: readonly string[],
  answer: (host: string, path: string, method: string) => Answer,
  onSent: (url: string, bytes: number) => void,
): Promise<WebHost> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: names[0] as string }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: names.map((value) => ({ type: 2 as const, value })) }],
  });
  const spki = createHash('sha256')
    .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  const server = createSecureServer(
    { key, cert },
    (request: Http2ServerRequest, response: Http2ServerResponse) => {
      const url = new URL(request.url, `https://${request.authority}`);
      const { status = 200, headers, body } = answer(url.hostname, url.pathname, request.method);
      const bytes = typeof body === 'string' ? compress(body) : body;
      request.resume();
      response.writeHead(status, {
        ...headers,
        ...(typeof body === 'string' && { 'content-encoding': 'br', vary: 'accept-encoding' }),
        'content-length': bytes.length,
      });
      response.end(bytes);
      onSent(url.href, bytes.length);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, spki, server };
}
