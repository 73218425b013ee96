import { SUBMISSION_SCHEMA } from './records/submission-schema.ts';
import type { Route } from './route.ts';

/** `/c/:file{…}` → `/c/{file}`. */
const openApiPath = (path: string) => path.replace(/:(\w+)(\{(?:[^{}]|\{\d+\})*\})?/g, '{$1}');

const problem = {
  content: { 'application/problem+json': { schema: { type: 'object' } } },
  description: 'What happened and what to do (RFC 9457).',
};

const operation = ({
  path,
  method,
  summary,
  access,
  scope,
  query = {},
  body = SUBMISSION_SCHEMA,
}: Route) => ({
  summary,
  ...(access === 'key' && { security: [{ key: [] }] }),
  ...(scope && { description: `Also with a token of the scope "${scope}".` }),
  parameters: [
    ...[...openApiPath(path).matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(query).map(([name, description]) => ({
      name,
      in: 'query',
      description,
      schema: { type: 'string' },
    })),
  ],
  ...(method === 'post' && {
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
  }),
  responses: {
    [method === 'post' && body === SUBMISSION_SCHEMA ? '201' : '200']: { description: 'Done.' },
    default: problem,
  },
});

/** The OpenAPI 3.1 document of the routes that speak to programs. */
export function openApiDocument(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes.filter(({ path }) => !/^\/($|sites|records)/.test(path))) {
    const path = openApiPath(route.path);
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Avowal', version: '1' },
    paths,
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  };
}
