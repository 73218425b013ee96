import { hash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A text that is served often: compressed once, when it is made. */
export interface Asset {
  readonly type: string;
  readonly sha256: string;
  readonly identity: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

/** Compresses a text as small as it gets. */
export function makeAsset(text: string, type: string): Asset {
  const identity = new TextEncoder().encode(text);
  return {
    type,
    sha256: hash('sha256', identity),
    identity,
    br: new Uint8Array(
      brotliCompressSync(identity, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
        },
      }),
    ),
    gzip: new Uint8Array(gzipSync(identity, { level: 9 })),
  };
}

const accepts = (header: string, coding: string) =>
  header.split(',').some((part) => {
    const [name, quality] = part.trim().split(/\s*;\s*q=/i);
    return name?.toLowerCase() === coding && Number(quality ?? 1) > 0;
  });

/** Answers with the smallest form that the browser takes, or with 304 when it has it already. */
export function sendAsset(
  asset: Asset,
  request: Headers,
  headers: Readonly<Record<string, string>>,
): Response {
  const wanted = request.get('accept-encoding') ?? '';
  const coding = accepts(wanted, 'br') ? 'br' : accepts(wanted, 'gzip') ? 'gzip' : 'identity';
  const etag = `"${asset.sha256.slice(0, 32)}-${coding}"`;
  const common = { ...headers, etag, vary: 'Accept-Encoding' };
  if (request.get('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers: common });
  return new Response(asset[coding], {
    headers: {
      ...common,
      'content-type': asset.type,
      ...(coding !== 'identity' && { 'content-encoding': coding }),
    },
  });
}
