import { clientAddress } from './records/client-address.ts';
import type { RouteRequest } from './route.ts';
import type { ServerContext } from './server-context.ts';

/** Address of who sent a request; for the rate limits alone, and kept nowhere. */
export const requestAddress = (
  c: RouteRequest,
  { trustedProxies }: Pick<ServerContext, 'trustedProxies'>,
): string | undefined =>
  clientAddress(
    c.env.incoming.socket.remoteAddress,
    c.req.raw.headers.get('x-forwarded-for'),
    trustedProxies,
  );
