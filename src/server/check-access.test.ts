import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startTestServer } from './testing/test-server.ts';

describe('The dashboard', () => {
  it('opens with the key, which leaves the address at once', async () => {
    const server = await startTestServer();
    const first = await fetch(server.adminUrl, { redirect: 'manual' });
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe('/');
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const key = new URL(server.adminUrl).searchParams.get('key') ?? '';
    expect(cookie).not.toContain(key);
    const page = await fetch(`${server.url}/sites/shop`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('Example Shop');
  });

  it.each(['', '?key=', '?key=wrong', '?key=null'])(
    'stays shut without the key (%s) and says how to get in',
    async (query) => {
      const server = await startTestServer();
      for (const path of ['/', '/sites/shop', '/records/x', '/sites/shop/report']) {
        const response = await fetch(`${server.url}${path}${query}`, {
          headers: { cookie: 'avowal_dashboard=forged' },
        });
        const page = await response.text();
        expect(response.status).toBe(401);
        expect(page).toContain('?key=');
        expect(page).not.toContain('Example Shop');
      }
      for (const path of [
        '/api/v1/sites',
        '/api/v1/sites/shop/records',
        '/api/v1/sites/shop/statistics',
        `/api/v1/artefacts/${'a'.repeat(64)}`,
      ]) {
        const response = await fetch(`${server.url}${path}${query}`, {
          headers: { authorization: 'Bearer wrong' },
        });
        expect(response.status).toBe(401);
        expect(response.headers.get('content-type')).toBe('application/problem+json');
      }
    },
  );

  it('shows a report of the last scan only in a sandbox', async () => {
    const server = await startTestServer();
    expect((await server.open('/sites/shop/report')).status).toBe(404);
    mkdirSync(join(server.dataDir, 'shop'));
    writeFileSync(join(server.dataDir, 'shop', 'report.html'), '<!doctype html><script>alert(1)</script>');
    const response = await server.open('/sites/shop/report');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });
});
