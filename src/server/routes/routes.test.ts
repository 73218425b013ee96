import { describe, expect, it } from 'vitest';
import { routes } from './index.ts';

describe('The routes', () => {
  it('are each the only one at their method and path', () => {
    const names = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(routes)('$method $path says what it is for', ({ summary }) => {
    expect(summary).toMatch(/^[A-Z].*\.$/);
  });

  it('only these answer without the access key', () => {
    const open = routes
      .filter(({ access }) => access === 'public')
      .map(({ path }) => path.replace(/\{.*\}$/, ''));
    expect([...new Set(open)].sort()).toEqual([
      '/.well-known/gpc.json',
      '/api/openapi.json',
      '/api/v1/consents',
      '/api/v1/handovers',
      '/api/v1/log/checkpoint',
      '/api/v1/log/keys',
      '/api/v1/log/proof/consistency',
      '/api/v1/log/proof/inclusion',
      '/api/v1/log/tile/:tile',
      '/api/v1/receipts/:id',
      '/c/:file',
      '/c/:site/:file',
      '/healthz',
      '/p/:file',
      '/readyz',
    ]);
  });
});
