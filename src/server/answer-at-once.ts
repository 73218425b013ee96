import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { RouteRequest } from './route.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/**
 * Answers with JSON right into the connection: a `Response` whose body is read back through a stream costs as much as all else
 * that the intake does. Returns what tells the app that there is nothing left to send.
 */
export function answerAtOnce(
  c: RouteRequest,
  status: number,
  headers: Readonly<Record<string, string | readonly string[]>>,
  body: object,
): Response {
  const text = JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  c.env.outgoing.writeHead(status, {
    ...SECURITY_HEADERS,
    ...(headers as Record<string, string | string[]>),
    'content-type': 'application/json',
    'content-length': length,
  });
  c.env.outgoing.end(text);
  return RESPONSE_ALREADY_SENT;
}
