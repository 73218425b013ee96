import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Route } from './route.ts';
import { routes } from './routes/index.ts';
import { fixtureConfig } from './testing/fixture-config.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { startTestServer } from './testing/test-server.ts';
import { createToken, revokeToken, TOKEN_SCOPES } from './tokens/api-tokens.ts';

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

describe('A token', () => {
  const OTHER = { ...fixtureConfig(), site: { ...fixtureConfig().site, id: 'other', name: 'Other Shop' } };
  const scoped = routes.filter(({ scope }) => scope !== undefined);

  async function twoSites() {
    const folder = temporaryFolder();
    const files = [fixtureConfig(), OTHER].map((config, n) => {
      const file = join(folder, `${n}.json`);
      writeFileSync(file, JSON.stringify(config));
      return file;
    });
    const server = await startTestServer({ configFiles: files });
    const ask = async (path: string, token: string) =>
      (
        await fetch(`${server.url}${path}`, {
          headers: { authorization: `Bearer ${token}` },
          redirect: 'manual',
        })
      ).status;
    return { server, ask };
  }
  const pathOf = ({ path }: Route, site: string) =>
    path.replace(':site', site).replace(/:hash\{.*\}$/, 'a'.repeat(64));

  it('of one site and one scope opens that and nothing else: each route, two sites', async () => {
    const { server, ask } = await twoSites();
    for (const scope of TOKEN_SCOPES) {
      const { token } = createToken(server.dataDir, { name: 'x', site: 'shop', scopes: [scope] });
      for (const route of routes.filter(({ access }) => access === 'key')) {
        for (const site of ['shop', 'other']) {
          const path = pathOf(route, site).replace(':id', 'x');
          const opens = route.scope === scope && site === 'shop' && route.path.includes(':site');
          expect([path, scope, await ask(path, token)]).toEqual([path, scope, opens ? 200 : 403]);
        }
      }
    }
  });

  it('of all sites opens each of its scope; an unknown or a revoked one is no token, and never one of some default', async () => {
    const { server, ask } = await twoSites();
    const { token, kept } = createToken(server.dataDir, { name: 'x', site: null, scopes: TOKEN_SCOPES });
    for (const route of scoped) {
      for (const site of ['shop', 'other']) {
        // No artefact has that hash.
        const found = route.path.includes(':hash') ? 404 : 200;
        expect([route.path, await ask(pathOf(route, site), token)]).toEqual([route.path, found]);
      }
    }
    revokeToken(server.dataDir, kept.id);
    for (const unknown of [token, 'avowal_00000000_x', 'avowal_', 'null'])
      for (const route of scoped) expect(await ask(pathOf(route, 'shop'), unknown)).toBe(401);
  });
});
