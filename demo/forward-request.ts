import { type IncomingMessage, request, type ServerResponse } from 'node:http';

/**
 * Passes a request on to `path` of another server on this machine, and its answer back; 502 where nobody answers.
 * The server behind sees who asked in `X-Forwarded-For`, as behind any proxy.
 */
export function forwardRequest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: string,
  path: string,
): void {
  const { hostname, port } = new URL(target);
  const headers = { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress };
  const onward = request({ hostname, port, path, method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => {
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502, { 'content-type': 'text/plain' }).end('The server behind the demo is down.');
  });
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
