import type { Context } from 'hono';
import { ProblemError } from '../problem.ts';
import type { RouteEnvironment } from '../route.ts';
import type { ScanFile } from '../scans/scan-files.ts';
import type { ServerContext } from '../server-context.ts';

/** A page that the last scan of a site left. */
export async function scanPage(
  c: Context<RouteEnvironment>,
  server: ServerContext,
  file: ScanFile & `${string}.html`,
): Promise<Response> {
  const id = c.req.param('site') ?? '';
  if (!server.sites.get(id)) throw new ProblemError('unknown-site');
  const text = await server.scans.read(id, file);
  if (text === undefined) throw new ProblemError('not-found', 'This site has no report yet.');
  // It shows what a scanned site sent: in a sandbox it has no origin, so that nothing in it could reach the dashboard.
  const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'";
  return c.body(text, 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
  });
}
