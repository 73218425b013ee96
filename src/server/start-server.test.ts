import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startServer } from './start-server.ts';
import { FIXTURE_BUNDLES } from './testing/fixture-bundles.ts';
import { fixtureConfig } from './testing/fixture-config.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { readCoreConfig, startTestServer } from './testing/test-server.ts';

const silent = () => undefined;

describe('A server', () => {
  it('says which port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startTestServer({ port })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: `Port ${port} is in use.`,
    });
    other.close();
  });

  it('says why it cannot listen at an address', async () => {
    await expect(startTestServer({ host: '192.0.2.1' })).rejects.toMatchObject({ code: 'LISTEN_FAILED' });
  });

  it('answers a request that names a strange host, and lives on', async () => {
    const server = await startTestServer();
    for (const host of ['<script>', 'a b', '[', 'x'.repeat(5000), '']) {
      const status = await new Promise((resolve, reject) => {
        const asking = request(server.url, { headers: { host }, setHost: false });
        asking
          .on('response', (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
      });
      expect([400, 401, 431]).toContain(status);
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('does not start with a configuration that is missing or broken, and leaves no port taken', async () => {
    const missing = { configFiles: ['/nowhere/avowal.config.json'] };
    await expect(startTestServer(missing)).rejects.toMatchObject({ code: 'CONFIG_MISSING' });
    const file = join(temporaryFolder(), 'avowal.config.json');
    writeFileSync(file, '{');
    await expect(startTestServer({ configFiles: [file] })).rejects.toMatchObject({ code: 'CONFIG_SYNTAX' });
  });

  it('says so when its folder cannot be written', async () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    await expect(startTestServer({ dataDir: join(file, 'data') })).rejects.toMatchObject({
      code: 'WRITE_FAILED',
    });
  });

  it('refuses two sites with one id', async () => {
    const files = ['one', 'two'].map((name) => join(temporaryFolder(), `${name}.json`));
    for (const file of files) writeFileSync(file, JSON.stringify(fixtureConfig()));
    await expect(startTestServer({ configFiles: files })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  it('keeps records and access key over a restart', async () => {
    const first = await startTestServer();
    const submission = await first.submission();
    await first.post(submission);
    await first.close();
    const second = await startTestServer({ dataDir: first.dataDir, publicUrl: first.url });
    expect(new URL(second.adminUrl).search).toBe(new URL(first.adminUrl).search);
    const found = await (await fetch(`${second.url}/api/v1/receipts/${submission.id}`)).json();
    expect(found).toMatchObject({ schema: 'avowal/receipt@1', record: submission });
    // The page that was open all the time sends with what it was built with.
    expect((await second.post({ ...submission, id: crypto.randomUUID() })).status).toBe(201);
  });

  it('answers a request that is under way when it stops, and takes no new one', async () => {
    const server = await startTestServer();
    const submission = await server.submission();
    const body = JSON.stringify(submission);
    const answer = new Promise<number | undefined>((resolve, reject) => {
      const sending = request(`${server.url}/api/v1/consents`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: 'https://shop.example',
          'content-length': Buffer.byteLength(body),
        },
      });
      sending.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
      sending.write(body.slice(0, 50));
      setTimeout(() => {
        const closed = server.close();
        setTimeout(() => sending.end(body.slice(50)), 50);
        closed.catch(reject);
      }, 50);
    });
    expect(await answer).toBe(201);
    await server.close();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    const again = await startTestServer({ dataDir: server.dataDir });
    expect((await fetch(`${again.url}/api/v1/receipts/${submission.id}`)).status).toBe(200);
  });

  it('may stop twice in a row of starts in one process', async () => {
    const options = {
      configFiles: [],
      dataDir: temporaryFolder(),
      port: 0,
      bundles: FIXTURE_BUNDLES,
      log: silent,
    };
    for (let round = 0; round < 3; round++) await (await startServer(options)).close();
  });
});

describe('The scripts', () => {
  it('carry the configuration, escaped so that they may stand inline', async () => {
    const config = fixtureConfig();
    config.services[0] = { ...config.services[0], id: 'matomo', purpose: 'analytics', name: '</script><!--' };
    const server = await startTestServer({ config });
    const response = await fetch(`${server.url}/c/shop.js`);
    const script = await response.text();
    expect(script).not.toMatch(/<\/script|<!--/);
    expect(readCoreConfig(script)).toMatchObject({
      site: 'shop',
      server: server.url,
      services: [{ name: '</script><!--' }, {}],
    });
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('max-age=300');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it('are small, compressed, and not sent again to who has them', async () => {
    const server = await startTestServer();
    const first = await fetch(`${server.url}/c/shop.js`, { headers: { 'accept-encoding': 'br' } });
    expect(first.headers.get('content-encoding')).toBe('br');
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${server.url}/c/shop.js`, {
      headers: { 'accept-encoding': 'br', 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
  });

  it('the notice is one for each locale and cached for ever, replaced revisions included', async () => {
    const server = await startTestServer();
    const { uiRevision } = readCoreConfig(await (await fetch(`${server.url}/c/shop.js`)).text());
    const url = (revision: string, locale: string) => `${server.url}/c/shop/ui.${revision}.${locale}.js`;
    const german = await fetch(url(uiRevision, 'de'));
    expect(german.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const text = await german.text();
    expect(text).toContain('Notwendig');
    expect((await fetch(url(uiRevision, 'fr'))).status).toBe(404);
    expect((await fetch(url('0123456789ab', 'de'))).status).toBe(404);

    const config = fixtureConfig();
    config.purposes[0] = {
      ...config.purposes[0],
      id: 'necessary',
      name: 'Unerlässlich',
      description: 'x',
      required: true,
      justification: 'x',
    };
    writeFileSync(server.configFile, JSON.stringify(config));
    await expect
      .poll(async () => readCoreConfig(await (await fetch(`${server.url}/c/shop.js`)).text()).uiRevision, {
        timeout: 5000,
      })
      .not.toBe(uiRevision);
    expect(await (await fetch(url(uiRevision, 'de'))).text()).toBe(text);
  });

  it('of a site that is not here are not here', async () => {
    const server = await startTestServer();
    for (const path of [
      '/c/other.js',
      '/c/shop',
      '/c/..%2f..%2fetc%2fpasswd.js',
      '/c/shop/ui.js',
      '/c/__proto__.js',
    ]) {
      expect((await fetch(`${server.url}${path}`)).status).toBe(404);
    }
  });
});

describe('The policy page', () => {
  it('comes in the language asked for, else the browser’s, else the site’s first', async () => {
    const server = await startTestServer();
    const language = async (path: string, header: string) =>
      (await fetch(`${server.url}${path}`, { headers: { 'accept-language': header } })).headers.get(
        'content-language',
      );
    expect(await language('/p/shop', 'de-CH, en;q=0.5')).toBe('de');
    expect(await language('/p/shop?lang=en', 'de')).toBe('en');
    expect(await language('/p/shop.md', 'fr')).toBe('en');
  });

  it('runs the runtime of this server and nothing else', async () => {
    const server = await startTestServer();
    const response = await fetch(`${server.url}/p/shop`);
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    const page = await response.text();
    expect(page).toContain(`<script nonce="${nonce}"`);
    expect(page).toContain(`${server.url}/c/shop.js`);
    expect((await fetch(`${server.url}/p/shop`)).headers.get('content-security-policy')).not.toBe(policy);
  });

  it('exists as Markdown and JSON too', async () => {
    const server = await startTestServer();
    const markdown = await fetch(`${server.url}/p/shop.md?lang=de`);
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect((await markdown.text()).startsWith('# ')).toBe(true);
    expect(JSON.parse(await (await fetch(`${server.url}/p/shop.json`)).text())).toBeTypeOf('object');
    expect((await fetch(`${server.url}/p/other`)).status).toBe(404);
    expect((await fetch(`${server.url}/p/shop.exe`)).status).toBe(404);
  });
});

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
