import { describe, expect, it } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';
import { routes } from './index.ts';

interface Operation {
  readonly summary: string;
  readonly security?: readonly object[];
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
}

const read = async () => {
  const server = await startTestServer();
  const document = await (await fetch(`${server.url}/api/openapi.json`)).json();
  return { server, paths: document.paths as Record<string, Record<string, Operation>> };
};

describe('The OpenAPI document', () => {
  it('names every route that speaks to programs, and no other', async () => {
    const { paths } = await read();
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const there = routes
      .filter(({ path }) => path.startsWith('/api/') || path.startsWith('/c/') || path.startsWith('/p/'))
      .map(({ method, path }) => `${method} ${path.replace(/\{.*\}$/, '').replace(/:(\w+)/g, '{$1}')}`);
    for (const operation of there) expect(described).toContain(operation);
    expect(described.filter((operation) => operation.endsWith(' /sites/{site}'))).toEqual([]);
  });

  it('says of each route what the server does: who may, and what stands in path and query', async () => {
    const { server, paths } = await read();
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const inPath = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
        expect([path, inPath]).toEqual([path, names]);
        if (method !== 'get') continue;
        const url = `${server.url}${path.replace(/\{\w+\}/g, 'a'.repeat(64))}`;
        const { status } = await fetch(url, { redirect: 'manual' });
        expect([path, status === 401]).toEqual([path, operation.security !== undefined]);
      }
    }
  });

  it('has the schema that a submission is checked against', async () => {
    const { server, paths } = await read();
    const schema = paths['/api/v1/consents']?.post?.requestBody?.content['application/json']?.schema as {
      readonly required: readonly string[];
      readonly properties: object;
    };
    const submission = await server.submission();
    expect([...schema.required].sort()).toEqual(Object.keys(submission).sort());
    expect(Object.keys(schema.properties).sort()).toEqual([...schema.required].sort());
  });
});
