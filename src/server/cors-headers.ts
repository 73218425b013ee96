import { isOriginAllowed } from './records/require-origin.ts';
import type { ServerContext } from './server-context.ts';

/** CORS headers for an origin that may send and read. */
export const corsFor = (origin: string): Record<string, string> => ({
  vary: 'Origin',
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
});

/** CORS headers for pages of the sites of this server; for anybody else only `Vary`. */
export function corsHeaders(origin: string | null, server: ServerContext): Record<string, string> {
  const domains = server.sites.all().flatMap(({ config }) => config.site.domains);
  if (origin === null || !isOriginAllowed(origin, domains, server.ownOrigins)) return { vary: 'Origin' };
  return corsFor(origin);
}
