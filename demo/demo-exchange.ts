import type { IncomingHttpHeaders } from 'node:http';
import type { DemoMode } from './demo-mode.ts';

/** A request to one of the demo's hosts. */
export interface DemoRequest {
  readonly method: string;
  /** With the real host name, whatever the mode: `https://www.kopano.com/product?…`. */
  readonly url: URL;
  readonly mode: DemoMode;
  readonly headers: IncomingHttpHeaders;
  readonly cookies: ReadonlyMap<string, string>;
  /** Fields of a posted form. */
  readonly form: URLSearchParams;
}

/** What one of the demo's hosts answers. */
export interface DemoAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `Set-Cookie` headers. */
  readonly cookies: readonly string[];
  readonly body: string | Uint8Array;
}

/** One host of the demo. */
export type DemoHandler = (request: DemoRequest) => DemoAnswer | Promise<DemoAnswer>;

/** An answer of a content type, with cookies. */
export const answer = (
  type: string,
  body: string | Uint8Array,
  cookies: readonly string[] = [],
  status = 200,
): DemoAnswer => ({ status, headers: { 'content-type': type, 'cache-control': 'no-store' }, cookies, body });

/** An HTML page. */
export const htmlAnswer = (html: string, cookies: readonly string[] = [], status = 200): DemoAnswer =>
  answer('text/html; charset=utf-8', html, cookies, status);

/** A redirect: 302 unless told otherwise. */
export const redirect = (location: string, cookies: readonly string[] = [], status = 302): DemoAnswer => ({
  status,
  headers: { location, 'cache-control': 'no-store' },
  cookies,
  body: '',
});

/** What every host says to an address that it does not know. */
export const notFound = (): DemoAnswer => answer('text/plain; charset=utf-8', 'Not found.', [], 404);

/** Reads a `Cookie` header: the first of several of one name counts (RFC 6265 §5.4: the longest path). */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals).trim();
    if (name && equals > 0 && !cookies.has(name)) cookies.set(name, pair.slice(equals + 1).trim());
  }
  return cookies;
}
