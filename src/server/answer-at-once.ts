import type { ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from './security-headers.ts';

/**
 * Answers with JSON right into the connection: a `Response` whose body is read back through a stream costs as much as all else
 * that the intake does.
 */
export function answerAtOnce(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | readonly string[]>>,
  body: object,
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-type': 'application/json',
    ...(headers as Record<string, string | string[]>),
    'content-length': String(Buffer.byteLength(text)),
  });
  response.end(text);
}
