import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import {
  brotliDecompressSync,
  gunzipSync,
  gzipSync,
  inflateSync,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib';
import compression from 'compression';
import express, { type Express } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { coreTag } from './core-tag.ts';
import { type MiddlewareOptions, rewriteMiddleware } from './node-middleware.ts';
import { RUNTIME_CONFIG } from './testing/runtime-config.ts';

const CORE = coreTag({ src: '/_avowal/c/example.js' });
const PAGE =
  '<!doctype html><html><head><title>ü</title></head><body><img src="https://stats.test/p"></body></html>';
const REWRITTEN = PAGE.replace('<head>', `<head>${CORE}`).replace(
  'src="https://stats.test/p"',
  'data-avowal-src="https://stats.test/p" data-avowal="stats"',
);

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let close = async () => {};
afterEach(() => close());

async function listen(handler: Handler): Promise<number> {
  const server = createServer(handler);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  close = () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return (server.address() as AddressInfo).port;
}

/** A plain server whose every answer passes the middleware. */
const serve = (handler: Handler, options: MiddlewareOptions = { script: CORE }) => {
  const rewrite = rewriteMiddleware(RUNTIME_CONFIG, options);
  return listen((request, response) => rewrite(request, response, () => handler(request, response)));
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly early: readonly unknown[];
}

function get(
  port: number,
  headers: Record<string, string> = {},
  method = 'GET',
  path = '/',
): Promise<Answer> {
  return new Promise((done, fail) => {
    const early: unknown[] = [];
    const accept = 'text/html,*/*;q=0.8';
    ask({ port, host: '127.0.0.1', path, method, headers: { accept, ...headers } }, (response) => {
      const { statusCode: status = 0, headers: answered } = response;
      response
        .toArray()
        .then((chunks) => done({ status, headers: answered, body: Buffer.concat(chunks), early }), fail);
    })
      .on('information', ({ headers: hints }) => early.push(hints))
      .on('error', fail)
      .end();
  });
}

const html = { 'content-type': 'text/html; charset=utf-8' };

describe('rewriteMiddleware on a plain server', () => {
  it.each<[string, Handler]>([
    ['end', (_, response) => response.writeHead(200, html).end(PAGE)],
    ['end of bytes', (_, response) => response.writeHead(200, html).end(new TextEncoder().encode(PAGE))],
    [
      'a length',
      (_, r) => r.writeHead(200, { ...html, 'content-length': Buffer.byteLength(PAGE) }).end(PAGE),
    ],
    [
      'a list of headers',
      (_, response) => response.writeHead(200, 'Fine', Object.entries(html).flat()).end(PAGE),
    ],
    ['setHeader', (_, response) => response.setHeader('content-type', 'text/html').end(PAGE)],
    [
      'another encoding of text',
      (_, response) => response.writeHead(200, html).end(Buffer.from(PAGE).toString('base64'), 'base64'),
    ],
    [
      'a stream',
      (_, response) =>
        Readable.from([...Buffer.from(PAGE)].map((byte) => Buffer.of(byte))).pipe(
          response.writeHead(200, html),
        ),
    ],
    [
      'pieces after flushed headers',
      async (_, response) => {
        response.writeHead(200, html).flushHeaders();
        for (const character of PAGE) response.write(character);
        await turn();
        response.end();
      },
    ],
  ])('rewrites a page that comes by %s', async (_, handler) => {
    const { status, headers, body } = await get(await serve(handler));
    expect(status).toBe(200);
    expect(body.toString()).toBe(REWRITTEN);
    const length = headers['content-length'];
    expect(length === undefined || Number(length) === body.length).toBe(true);
  });

  it.each<[string, unknown[], boolean]>([
    ['a list, in place of what was set before', ['content-type', 'text/plain'], true],
    ['a list in which a name has several values', ['set-cookie', ['a=1', 'b=2']], true],
    ['a list in which a name stands twice', ['set-cookie', 'a=1', 'set-cookie', 'b=2'], true],
    // Node takes these only where nothing was set before.
    [
      'a list of pairs',
      [
        ['set-cookie', 'a=1'],
        ['x-own', '1'],
      ],
      false,
    ],
  ])('passes headers on as a server without it does: %s', async (_, list, isSet) => {
    const handler: Handler = (_, response) => {
      response.sendDate = false;
      if (isSet)
        response.setHeader('content-type', 'application/json').setHeader('cache-control', 'no-store');
      response.writeHead(200, list as string[]).end('{}');
    };
    const plain = await get(await listen(handler));
    await close();
    expect((await get(await serve(handler))).headers).toEqual(plain.headers);
  });

  it('calls back when what was written is out', async () => {
    const calls: string[] = [];
    const port = await serve((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.write('<p', () => calls.push('write'));
      response.end('>x', () => calls.push('end'));
    });
    expect((await get(port)).body.toString()).toBe(`${CORE}<p>x`);
    await turn();
    expect(calls.toSorted()).toEqual(['end', 'write']);
  });

  it('sends on what has come before the rest is there', async () => {
    let finish = () => {};
    const port = await serve((_, response) => {
      response.writeHead(200, html).write('<p>first');
      finish = () => response.end('<p>second');
    });
    const response = await fetch(`http://127.0.0.1:${port}/`);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe(`${CORE}<p>first`);
    finish();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('<p>second');
  });

  it('holds a fast source back while the visitor is slow, and gets all through', async () => {
    const row = `<p>${'x'.repeat(1000)}</p>`.repeat(64);
    let waited = 0;
    const port = await serve(async (_, response) => {
      response.writeHead(200, html);
      for (let i = 0; i < 300; i++) {
        if (!response.write(row)) {
          waited++;
          await new Promise((drain) => response.once('drain', drain));
        }
      }
      response.end();
    });
    const { body } = await get(port);
    expect(body.length).toBe(CORE.length + row.length * 300);
    expect(waited).toBeGreaterThan(0);
  });

  it('leaves everything else as it is', async () => {
    const port = await serve((request, response) => {
      const json = { 'content-type': 'application/json', etag: '"x"', 'content-length': '15' };
      if (request.url === '/json') response.writeHead(200, json).end('{"a":"<head>1"}');
      else if (request.url === '/none') response.end(PAGE);
      else
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-16le' })
          .end(Buffer.from(PAGE, 'utf16le'));
    });
    const json = await get(port, {}, 'GET', '/json');
    expect([json.body.toString(), json.headers.etag, json.headers['content-length']]).toEqual([
      '{"a":"<head>1"}',
      '"x"',
      '15',
    ]);
    expect((await get(port, {}, 'GET', '/none')).body.toString()).toBe(PAGE);
    expect((await get(port, {}, 'GET', '/utf16')).body.toString('utf16le')).toBe(PAGE);
  });

  it('resolves addresses from the host that HTTP/2 asks for', async () => {
    const own = {
      id: 'own',
      name: 'Own',
      purposes: ['media'],
      hosts: ['stats.example.org'],
      embed: false,
      revision: '',
    };
    const rewrite = rewriteMiddleware({ ...RUNTIME_CONFIG, services: [own] }, { script: '' });
    const server = createHttp2Server((request, response) =>
      rewrite(request as unknown as IncomingMessage, response as unknown as ServerResponse, () =>
        response.writeHead(200, html).end('<a href="/" ping="/p">'),
      ),
    );
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    close = async () => {
      client.destroy();
      server.close();
    };
    const page = async (authority: string) =>
      Buffer.concat(await client.request({ ':authority': authority }).toArray()).toString();
    expect(await page('example.org')).toBe('<a href="/" ping="/p">');
    expect(await page('stats.example.org')).toContain('data-avowal="own"');
  });

  it('puts no core into pieces of a page that a script asks for, nor anything into what is no HTML', async () => {
    const piece = '<tr><td>ü</td></tr>';
    const json = '{"html":"<p>ü</p>"}';
    for (const text of [piece, json]) {
      const port = await serve((_, response) => response.writeHead(200, html).end(text));
      expect((await get(port, { 'sec-fetch-dest': 'empty' })).body.toString()).toBe(text);
      expect((await get(port, { 'sec-fetch-dest': 'iframe' })).body.toString()).toContain(CORE);
      await close();
    }
    const whole = await get(await serve((_, response) => response.writeHead(200, html).end(PAGE)), {
      'sec-fetch-dest': 'empty',
    });
    expect(whole.body.toString()).toBe(REWRITTEN);
  });

  it.each([204, 304])('sends no body with %s', async (status) => {
    const port = await serve((_, response) => response.writeHead(status, html).end());
    expect(await get(port)).toMatchObject({ status, body: Buffer.alloc(0) });
  });

  it('answers HEAD with the headers of the rewritten page', async () => {
    const port = await serve((_, response) =>
      response.writeHead(200, { ...html, 'content-length': '5', etag: '"a"' }).end(),
    );
    const { headers, body } = await get(port, {}, 'HEAD');
    expect(body.length).toBe(0);
    expect(headers['content-length']).toBeUndefined();
    expect(headers.etag).toMatch(/^"a-av[0-9a-f]{8}"$/);
  });

  it('survives visitors who leave, and handlers that break off', async () => {
    let closed = 0;
    const port = await serve((request, response) => {
      response.on('close', () => closed++);
      response.writeHead(200, { ...html, ...(request.url === '/gzip' && { 'content-encoding': 'gzip' }) });
      response.flushHeaders();
      response.write(request.url === '/gzip' ? gzipSync(PAGE).subarray(0, 40) : PAGE);
      if (request.url === '/broken') response.destroy();
    });
    for (const path of ['/', '/gzip']) {
      const controller = new AbortController();
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: controller.signal });
      expect(response.status).toBe(200);
      controller.abort();
    }
    await expect(get(port, {}, 'GET', '/broken')).rejects.toThrow();
    await expect.poll(() => closed).toBe(3);
  });
});

describe('what is compressed already', () => {
  const CODINGS = {
    gzip: [gzipSync, gunzipSync],
    zstd: [zstdCompressSync, zstdDecompressSync],
  } as const;
  it.each(['gzip', 'zstd'] as const)('is opened, rewritten and closed again: %s', async (coding) => {
    const [pack, unpack] = CODINGS[coding];
    const packed = pack(PAGE);
    const port = await serve((_, response) =>
      response
        .writeHead(200, { ...html, 'content-encoding': coding, 'content-length': packed.length })
        .end(packed),
    );
    const { headers, body } = await get(port);
    expect(headers['content-encoding']).toBe(coding);
    expect(headers['content-length']).toBeUndefined();
    expect(unpack(body).toString()).toBe(REWRITTEN);
  });

  it('passes as it is in a coding that nobody knows', async () => {
    const port = await serve((_, response) =>
      response.writeHead(200, { ...html, 'content-encoding': 'x-own', 'content-length': '3' }).end('abc'),
    );
    expect(await get(port)).toMatchObject({ headers: { 'content-length': '3' }, body: Buffer.from('abc') });
  });

  it('breaks off where it is damaged', async () => {
    const port = await serve((_, response) =>
      response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('no gzip'),
    );
    await expect(get(port)).rejects.toThrow();
  });
});

describe('rewriteMiddleware in Express', () => {
  const UNPACK: Readonly<Record<string, (body: Buffer) => Buffer>> = {
    gzip: (body) => gunzipSync(body),
    br: (body) => brotliDecompressSync(body),
    deflate: (body) => inflateSync(body),
  };
  const big = PAGE.replace('</body>', `${'<p>x</p>'.repeat(500)}</body>`);
  const app = (use: (app: Express) => void): Promise<number> => {
    const server = express();
    use(server);
    server.get('/', (_, response) => void response.send(big));
    return listen(server);
  };
  const rewrite = rewriteMiddleware(RUNTIME_CONFIG, { script: CORE });

  it.each(['gzip', 'br', 'deflate'])('works inside and outside of compression (%s)', async (coding) => {
    for (const use of [
      (server: Express) => server.use(compression(), rewrite),
      (server: Express) => server.use(rewrite, compression()),
    ]) {
      const { headers, body } = await get(await app(use), { 'accept-encoding': coding });
      expect(headers['content-encoding']).toBe(coding);
      expect(UNPACK[coding]?.(body).toString()).toContain(`<head>${CORE}`);
      expect(UNPACK[coding]?.(body).toString()).toContain('data-avowal="stats"');
      await close();
    }
  });

  it('lets caches work: the page is the same for everybody, and known by a tag of its own', async () => {
    const port = await app((server) => server.use(rewrite));
    const first = await get(port, { cookie: 'avowal=1|x' });
    const second = await get(port);
    expect(second.body).toEqual(first.body);
    expect(second.headers.etag).toBe(first.headers.etag);
    const again = await get(port, { 'if-none-match': String(first.headers.etag) });
    expect(again).toMatchObject({ status: 304, headers: { etag: first.headers.etag } });
    expect(again.body.length).toBe(0);
  });

  it('LAW-BLOCK-002 never confirms a page that a browser has from before, or in another version', async () => {
    const port = await app(() => {});
    const before = String((await get(port)).headers.etag);
    await close();
    const rewriting = await app((server) => server.use(rewrite));
    for (const known of [before, before.replace(/"$/, '-av00000000"'), '*', 'nonsense']) {
      const answer = await get(rewriting, {
        'if-none-match': known,
        'if-modified-since': new Date().toUTCString(),
      });
      expect(answer.status).toBe(200);
    }
  });

  it('keeps conditional and partial requests for files', async () => {
    const port = await listen(express().use(rewrite, express.static(import.meta.dirname)));
    const file = await get(port, { accept: '*/*' }, 'GET', '/index.ts');
    expect(
      (await get(port, { accept: '*/*', 'if-none-match': String(file.headers.etag) }, 'GET', '/index.ts'))
        .status,
    ).toBe(304);
    const part = await get(port, { accept: '*/*', range: 'bytes=0-2' }, 'GET', '/index.ts');
    expect([part.status, part.body.toString()]).toEqual([206, '/**']);
  });

  it('ENG-003 names the nonce of each answer, which is then compared with no other', async () => {
    let count = 0;
    const port = await app((server) =>
      server.use(
        (_, response, next) => {
          response.locals.nonce = `n${count++}`;
          next();
        },
        rewriteMiddleware(RUNTIME_CONFIG, {
          script: (_, response) =>
            coreTag(
              { inline: 'avowal' },
              (response as ServerResponse & { locals: { nonce: string } }).locals.nonce,
            ),
        }),
      ),
    );
    for (const nonce of ['n0', 'n1']) {
      const { headers, body } = await get(port);
      expect(body.toString()).toContain(`<head><script nonce="${nonce}">avowal</script>`);
      expect(headers.etag).toBeUndefined();
    }
  });
});

describe('headers', () => {
  it('LAW-BLOCK-002 calls no optional service by Link, Refresh, Speculation-Rules or early hints', async () => {
    const links =
      '<https://stats.test>; rel=preconnect, </a.css>; rel=preload; as=style, <https://stats.test/>; rel="canonical"';
    const port = await serve((_, response) => {
      response.writeEarlyHints({
        link: ['<https://stats.test/x.js>; rel=preload; as=script', '</own.js>; rel=preload'],
      });
      response.setHeader('Link', links);
      response.setHeader('Refresh', '3; url=https://stats.test/');
      response.setHeader('Speculation-Rules', '"https://stats.test/rules.json"');
      response.writeHead(200, html).end(PAGE);
    });
    const { headers, early } = await get(port);
    expect(headers.link).toBe('</a.css>; rel=preload; as=style, <https://stats.test/>; rel="canonical"');
    expect([headers.refresh, headers['speculation-rules']]).toEqual([undefined, undefined]);
    expect(early).toMatchObject([{ link: '</own.js>; rel=preload' }]);
  });

  it('LAW-BLOCK-002 sends no early hint at all where all of them would', async () => {
    const port = await serve((_, response) => {
      response.writeEarlyHints({ link: '<https://stats.test>; rel=preconnect' });
      response.writeHead(200, html).end(PAGE);
    });
    expect((await get(port)).early).toEqual([]);
  });
});
