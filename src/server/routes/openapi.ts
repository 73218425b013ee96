import { openApiDocument } from '../open-api-document.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/api/openapi.json',
  summary: 'This interface as an OpenAPI 3.1 document.',
  access: 'public',
  handle: (c, server) =>
    c.json(openApiDocument(server.routes), 200, { 'cache-control': 'public, max-age=300' }),
};
export default route;
