import { clientAddress } from './records/client-address.ts';
import type { RouteRequest } from './route.ts';
import type { ServerContext } from './server-context.ts';

/** Address of who sent a request; for the rate limits alone, and kept nowhere. */
export function requestAddress(
  { env: { incoming } }: RouteRequest,
  { trustedProxies }: Pick<ServerContext, 'trustedProxies'>,
): string | undefined {
  const forwardedFor = incoming.headers['x-forwarded-for'];
  return clientAddress(incoming.socket.remoteAddress, forwardedFor && String(forwardedFor), trustedProxies);
}
