import { corsHeaders } from '../cors-headers.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'options',
  path: '/api/v1/consents',
  summary: 'CORS preflight of the intake.',
  access: 'public',
  handle: (c, server) =>
    c.body(null, 204, {
      ...corsHeaders(c.req.raw.headers.get('origin'), server),
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '86400',
    }),
};
export default route;
