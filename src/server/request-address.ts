import type { IncomingMessage } from 'node:http';
import { clientAddress } from './records/client-address.ts';
import type { ServerContext } from './server-context.ts';

/** Address of who sent a request; for the rate limits alone, and kept nowhere. */
export function requestAddress(
  { headers, socket }: IncomingMessage,
  { trustedProxies }: Pick<ServerContext, 'trustedProxies'>,
): string | undefined {
  const forwardedFor = headers['x-forwarded-for'];
  return clientAddress(socket.remoteAddress, forwardedFor && String(forwardedFor), trustedProxies);
}
