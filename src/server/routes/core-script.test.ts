import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { readCoreConfig, startTestServer } from '../testing/test-server.ts';

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

  it('LAW-L2-004 the details of services are a script of their own, out of the first one, and proven by the same artefact', async () => {
    const server = await startTestServer();
    const { uiRevision } = readCoreConfig(await (await fetch(`${server.url}/c/shop.js`)).text());
    const read = async (part: string) =>
      (await fetch(`${server.url}/c/shop/${part}.${uiRevision}.en.js`)).text();
    const [first, details] = [await read('ui'), await read('details')];
    expect(details).toContain('"provider"');
    expect(first).not.toContain('"provider"');
    expect((await fetch(`${server.url}/c/shop/other.${uiRevision}.en.js`)).status).toBe(404);
  });

  it('the order monitor is cached for ever under its revision, and not at all under another', async () => {
    const server = await startTestServer();
    const { uiRevision } = readCoreConfig(await (await fetch(`${server.url}/c/shop.js`)).text());
    const current = await fetch(`${server.url}/c/shop/debug.${uiRevision}.js`);
    expect(await current.text()).toBe('globalThis.debug=1');
    expect(current.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const earlier = await fetch(`${server.url}/c/shop/debug.0123456789ab.js`);
    expect(earlier.headers.get('cache-control')).toBe('no-cache');
    expect((await fetch(`${server.url}/c/other/debug.${uiRevision}.js`)).status).toBe(404);
    expect((await fetch(`${server.url}/c/shop/debug.js`)).status).toBe(404);
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
