import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { gunzipSync } from 'node:zlib';
import type { LocateHost } from '../browser/locate-host.ts';

/** How small files beside the pages are fetched. */
export interface FetchRules {
  readonly locate: LocateHost;
  readonly insecure: boolean;
  readonly signal: AbortSignal;
}

const WITHIN_MS = 5000;
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_REDIRECTS = 5;

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: Buffer;
}

async function get(url: URL, { locate, insecure, signal }: FetchRules): Promise<Answer> {
  const isTls = url.protocol === 'https:';
  const { address, port } = await locate(url.hostname, Number(url.port) || (isTls ? 443 : 80));
  return new Promise((done, fail) => {
    const options = {
      host: address,
      port,
      path: url.pathname + url.search,
      headers: { host: url.host, 'user-agent': 'Avowal', 'accept-encoding': 'identity' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]),
      agent: false as const,
    };
    const request = isTls
      ? requestHttps({ ...options, servername: url.hostname, rejectUnauthorized: !insecure })
      : requestHttp(options);
    request.once('error', fail);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MOST_BYTES) response.destroy(new Error('too large'));
        else chunks.push(chunk);
      });
      response.once('error', fail);
      response.once('end', () =>
        done({
          status: response.statusCode ?? 0,
          location: response.headers.location,
          body: Buffer.concat(chunks),
        }),
      );
    });
    request.end();
  });
}

const isGzip = (body: Buffer) => body[0] === 0x1f && body[1] === 0x8b;

/** Text of a small file, through the same address rules as the pages; `undefined` where there is none. */
export async function fetchText(address: string, rules: FetchRules): Promise<string | undefined> {
  let url = URL.parse(address);
  try {
    for (let step = 0; step <= MOST_REDIRECTS && url && /^https?:$/.test(url.protocol); step += 1) {
      const { status, location, body } = await get(url, rules);
      if (status >= 300 && status < 400 && location) {
        url = URL.parse(location, url);
        continue;
      }
      if (status !== 200) return undefined;
      return (isGzip(body) ? gunzipSync(body, { maxOutputLength: MOST_BYTES }) : body).toString('utf8');
    }
  } catch {
    // A site without robots.txt or sitemap is an ordinary site.
  }
  return undefined;
}
