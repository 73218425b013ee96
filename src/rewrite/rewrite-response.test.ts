import { gunzipSync, gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { describe, expect, it } from 'vitest';
import { coreHash, coreTag } from './core-tag.ts';
import { honoRewrite } from './hono-middleware.ts';
import { pageRequest, rewriteResponse } from './rewrite-response.ts';
import { RUNTIME_CONFIG } from './testing/runtime-config.ts';

const CORE = coreTag({ src: '/_avowal/c/example.js' });
const PAGE = '<head><title>ü</title></head><script src="/stats.js"></script>';
const REWRITTEN = `<head>${CORE}<title>ü</title></head><script type="text/plain" data-avowal-src="/stats.js" data-avowal="stats"></script>`;
const html = { 'content-type': 'text/html; charset=utf-8' };
const asked = (headers: Record<string, string> = {}) =>
  new Request('https://example.org/shop/', { headers: { accept: 'text/html', ...headers } });
const rewrite = (response: Response, request = asked()) =>
  rewriteResponse(request, response, RUNTIME_CONFIG, { script: CORE });

describe('rewriteResponse', () => {
  it('rewrites a page, and says nothing of it that is no longer true', async () => {
    const response = rewrite(
      new Response(PAGE, {
        status: 404,
        headers: {
          ...html,
          'content-length': '9',
          'last-modified': 'x',
          etag: 'W/"a"',
          link: '<//stats.test>; rel=preconnect',
        },
      }),
    );
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(REWRITTEN);
    expect(Object.fromEntries(response.headers)).toEqual({
      ...html,
      etag: expect.stringMatching(/^W\/"a-av\w{8}"$/),
    });
  });

  it('puts no core into a piece of a page that a script asks for', async () => {
    const piece = '<tr><td>ü</td></tr>';
    const response = new Response(piece, { headers: html });
    expect(await rewrite(response, asked({ 'x-requested-with': 'XMLHttpRequest' })).text()).toBe(piece);
    expect(await rewrite(new Response(piece, { headers: html })).text()).toBe(CORE + piece);
  });

  it('gives back anything else as it came', () => {
    for (const response of [
      Response.json({ a: 1 }),
      new Response(PAGE),
      new Response(PAGE, { headers: { 'content-type': 'text/html-like' } }),
      new Response(PAGE, { status: 206, headers: html }),
      new Response(null, { status: 304, headers: { etag: '"a"' } }),
      new Response(PAGE, { headers: { ...html, 'content-encoding': 'x-own' } }),
    ])
      expect(rewrite(response)).toBe(response);
  });

  it('opens and closes what is compressed', async () => {
    const response = rewrite(
      new Response(gzipSync(PAGE), { headers: { ...html, 'content-encoding': 'gzip' } }),
    );
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await response.bytes()).toString()).toBe(REWRITTEN);
  });

  it('confirms only a page that the browser has in this version', async () => {
    const tag = rewrite(new Response(PAGE, { headers: { ...html, etag: '"a"' } })).headers.get('etag') ?? '';
    const request = pageRequest(asked({ 'if-none-match': `"b", ${tag}` }), RUNTIME_CONFIG, { script: CORE });
    expect(request.headers.get('if-none-match')).toBe('"a"');
    const confirmed = rewrite(
      new Response(null, { status: 304, headers: { etag: '"a"' } }),
      asked({ 'if-none-match': tag }),
    );
    expect([confirmed.status, confirmed.headers.get('etag')]).toEqual([304, tag]);
    const other = pageRequest(asked({ 'if-none-match': tag, range: 'bytes=0-' }), RUNTIME_CONFIG, {
      script: `${CORE}<!-- -->`,
    });
    expect([...other.headers.keys()]).toEqual(['accept']);
    const picture = new Request('https://example.org/a.png', {
      headers: { 'if-none-match': '"a"', accept: 'image/*' },
    });
    expect(pageRequest(picture, RUNTIME_CONFIG, { script: CORE })).toBe(picture);
  });

  it('resolves addresses from the host that was asked for only where it is one of the site', async () => {
    const config = {
      ...RUNTIME_CONFIG,
      services: [
        { id: 'own', name: 'O', purposes: ['media'], hosts: ['example.org/t'], embed: false, revision: '' },
      ],
    };
    const answer = (url: string) =>
      rewriteResponse(new Request(url), new Response('<img src=/t.gif>', { headers: html }), config, {
        script: '',
      }).text();
    expect(await answer('https://www.example.org/')).toContain('data-avowal="own"');
    expect(await answer('https://evil.test/')).toContain('data-avowal="own"');
  });
});

describe('honoRewrite', () => {
  const app = (...use: Parameters<Hono['use']>[1][]) => {
    const hono = new Hono();
    for (const middleware of use) hono.use('*', middleware);
    hono.get('/', (c) => c.html(PAGE));
    hono.get('/json', (c) => c.json({ page: PAGE }));
    return hono;
  };

  it('rewrites pages, between compression and entity tags too', async () => {
    const hono = app(compress(), honoRewrite(RUNTIME_CONFIG, { script: CORE }), etag());
    const response = await hono.request('/', { headers: { accept: 'text/html' } });
    expect(await response.text()).toBe(REWRITTEN);
    const tag = response.headers.get('etag') ?? '';
    expect(tag).toMatch(/-av\w{8}"$/);
    const again = await hono.request('/', { headers: { accept: 'text/html', 'if-none-match': tag } });
    expect([again.status, again.headers.get('etag')]).toEqual([304, tag]);
    expect(await (await hono.request('/json')).json()).toEqual({ page: PAGE });
  });

  it('ENG-003 asks for the script of each answer', async () => {
    let count = 0;
    const hono = app(
      honoRewrite(RUNTIME_CONFIG, { script: () => coreTag({ inline: '1' }, `n${count++}`) }),
      etag(),
    );
    const first = await hono.request('/', { headers: { accept: 'text/html' } });
    expect(await first.text()).toContain('<script nonce="n0">1</script>');
    expect(first.headers.get('etag')).toBeNull();
    expect(await (await hono.request('/')).text()).toContain('nonce="n1"');
  });
});

describe('coreTag', () => {
  it('writes the tag of an address or of the core inline, with a nonce', () => {
    expect(coreTag({ src: '/c/a.js?a&b"' }, 'n"')).toBe(
      '<script nonce="n&quot;" src="/c/a.js?a&amp;b&quot;"></script>',
    );
    expect(coreTag({ inline: 'a<b' })).toBe('<script>a<b</script>');
  });

  it('ENG-003 names the hash of an inline core for a policy without nonces', async () => {
    expect(await coreHash('')).toBe("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  });
});
