import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import worker from './worker.ts';

const CORE_URL = 'https://consent.example.org/c/example.js';
const PAGE = '<!doctype html><head><title>Shop</title></head><img src="https://stats.test/p.gif">';

/** The site's own server, which the worker fetches from. */
const origin = createServer((request, response) => {
  const headers = { 'set-cookie': ['session=1', '_st=2'], etag: '"1"' };
  if (request.url === '/a.json') response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  else if (request.headers['if-none-match'] === '"1"') response.writeHead(304, { etag: '"1"' }).end();
  else
    response
      .writeHead(200, { ...headers, 'content-type': 'text/html', 'content-encoding': 'gzip' })
      .end(gzipSync(PAGE));
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((ready) => origin.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(origin.address() as AddressInfo).port}`;
});
afterAll(() => void origin.close());

const visit = (path: string, headers: Record<string, string> = {}) =>
  worker.fetch(new Request(base + path, { headers: { accept: 'text/html', ...headers } }), { CORE_URL });

describe('the worker', () => {
  it('LAW-BLOCK-002 marks what must wait in the pages of the site', async () => {
    const response = await visit('/');
    expect(await response.text()).toBe(
      `<!doctype html><head><script src="${CORE_URL}"></script><title>Shop</title></head><img data-avowal-src="https://stats.test/p.gif" data-avowal="stats">`,
    );
  });

  it('LAW-BLOCK-001 holds optional cookies of the site back', async () => {
    expect((await visit('/')).headers.getSetCookie()).toEqual(['session=1']);
  });

  it('lets caches confirm a page, and everything else pass', async () => {
    const etag = (await visit('/')).headers.get('etag') ?? '';
    expect((await visit('/', { 'if-none-match': etag })).status).toBe(304);
    expect((await visit('/', { 'if-none-match': '"1"' })).status).toBe(200);
    expect(await (await visit('/a.json')).json()).toEqual({});
  });
});
