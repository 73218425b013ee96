import { describe, expect, it } from 'vitest';
import { startTestServer } from './testing/test-server.ts';

describe('Every answer', () => {
  it('has the security headers', async () => {
    const server = await startTestServer();
    for (const path of [
      '/',
      '/c/shop.js',
      '/p/shop',
      '/healthz',
      '/nowhere',
      '/api/v1/sites',
      '/.well-known/gpc.json',
    ]) {
      const { headers } = await fetch(`${server.url}${path}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('to a page of another site has no CORS permission; to the site’s own pages only for the intake', async () => {
    const server = await startTestServer();
    const preflight = (origin: string) =>
      fetch(`${server.url}/api/v1/consents`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
    const good = await preflight('https://www.shop.example');
    expect(good.status).toBe(204);
    expect(good.headers.get('access-control-allow-origin')).toBe('https://www.shop.example');
    expect(good.headers.get('vary')).toBe('Origin');
    const evil = await preflight('https://evil.example');
    expect(evil.headers.get('access-control-allow-origin')).toBeNull();
    const sites = await fetch(`${server.url}/api/v1/sites`, {
      headers: { origin: 'https://www.shop.example' },
    });
    expect(sites.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('of the probes says whether the server lives and is ready', async () => {
    const server = await startTestServer();
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready', sites: 1 });
    expect(await (await fetch(`${server.url}/.well-known/gpc.json`)).json()).toMatchObject({ gpc: true });
  });

  it('is described: each program route stands in the OpenAPI document', async () => {
    const server = await startTestServer();
    const document = await (await fetch(`${server.url}/api/openapi.json`)).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/consents',
        '/c/{file}',
        '/c/{site}/{file}',
        '/p/{file}',
        '/api/v1/receipts/{id}',
        '/api/v1/artefacts/{hash}',
      ]),
    );
    expect(
      document.paths['/api/v1/consents'].post.requestBody.content['application/json'].schema.required,
    ).toContain('configHash');
    expect(Object.keys(document.paths).join()).not.toMatch(/:|\\/);
  });
});
