import { createServer } from 'node:http';
import { request as requestTls } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DemoOptions, type RunningDemo, startDemoSite } from './start-demo-site.ts';
import { readAnswer } from './testing/read-answer.ts';

let demo: RunningDemo;

beforeAll(async () => {
  demo = await startDemoSite({ port: 0 });
});

afterAll(() => demo.close());

/** Sends bytes as they are, and gives back what came before the connection ended. */
function sendRaw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(demo.port, '127.0.0.1', () => socket.end(bytes));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

const isAlive = async () => (await readAnswer(demo.port, {})).status === 200;

describe('startDemoSite', () => {
  it('speaks TLS and plain HTTP on one port', async () => {
    const secure = await new Promise<number | undefined>((resolve, reject) => {
      const host = 'www.kopano.com';
      const options = { host: '127.0.0.1', port: demo.port, servername: host, rejectUnauthorized: false };
      requestTls({ ...options, headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(secure).toBe(200);
    expect(await isAlive()).toBe(true);
  });

  it('leads kopano.com and bare addresses of the machine to the website', async () => {
    const domain = await readAnswer(demo.port, { host: 'kopano.com', path: '/product?a=1' });
    expect([domain.status, domain.headers.location]).toEqual([301, 'https://www.kopano.com/product?a=1']);
    const local = await readAnswer(demo.port, { host: `localhost:${demo.port}` });
    expect(local.headers.location).toBe(demo.url);
    const address = await readAnswer(demo.port, { host: `127.0.0.1:${demo.port}` });
    expect(address.headers.location).toBe(demo.url);
  });

  it('writes the addresses of other hosts as the visitor can reach them', async () => {
    const local = await readAnswer(demo.port, { path: '/blog/a-week-without-an-inbox' });
    expect(local.text).toContain(`src="http://www.youtube.com.localhost:${demo.port}/embed/`);
    expect(local.text).not.toContain('https://www.youtube.com/');
    const real = await readAnswer(demo.port, {
      host: 'www.kopano.com',
      path: '/blog/a-week-without-an-inbox',
    });
    expect(real.text).toContain('src="https://www.youtube.com/embed/');
  });

  it('says that a port is taken', async () => {
    await expect(startDemoSite({ port: demo.port })).rejects.toMatchObject({ code: 'PORT_IN_USE' });
  });

  it('lists every page in its sitemap, and each answers', async () => {
    const robots = await readAnswer(demo.port, { path: '/robots.txt' });
    expect(robots.text).toContain(`Sitemap: ${demo.url}sitemap.xml`);
    const sitemap = await readAnswer(demo.port, { path: '/sitemap.xml' });
    const pages = [...sitemap.text.matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, url = '']) => new URL(url).pathname,
    );
    expect(pages).toHaveLength(8);
    for (const path of pages) expect((await readAnswer(demo.port, { path })).status, path).toBe(200);
  });

  it('says on every page that it is not run by a company of that name', async () => {
    for (const path of ['/', '/product', '/contact', '/no-such-page']) {
      expect((await readAnswer(demo.port, { path })).text).toContain('not run by, or connected with');
    }
  });
});

describe('hostile requests', () => {
  it.each(['evil.test', 'www.kopano.com.evil.test', 'youtube.com', 'a'.repeat(60)])(
    'refuses the host %s',
    async (host) => {
      expect((await readAnswer(demo.port, { host })).status).toBe(421);
    },
  );

  it.each(['<script>', 'a b', '..', '[::1]', 'x@www.kopano.com'])('refuses the host %j', async (host) => {
    expect((await readAnswer(demo.port, { host })).status).toBe(400);
  });

  it.each([
    '/assets/../site-handler.ts',
    '/assets/..%2fsite-handler.ts',
    '/../../../../etc/passwd',
    '/%2e%2e/%2e%2e/package.json',
    '//evil.test/',
    '/\\evil.test',
    '/assets/site.css%00.txt',
    '/__proto__',
    '/constructor',
  ])('finds nothing at %s', async (path) => {
    const answer = await readAnswer(demo.port, { path });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toMatch(/import |root:|"name"/);
  });

  it('refuses a header of a megabyte, and goes on', async () => {
    expect(
      await sendRaw(`GET / HTTP/1.1\r\nHost: www.kopano.com\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n`),
    ).toMatch(/^(HTTP\/1.1 431|$)/);
    expect(await isAlive()).toBe(true);
  });

  it('refuses a form of a megabyte, and goes on', async () => {
    const sent = readAnswer(demo.port, { path: '/contact', method: 'POST', body: 'x'.repeat(1_000_000) });
    // The answer may be lost with the connection, which is cut to stop the flood.
    const status = await sent.then(
      (answer) => answer.status,
      () => 400,
    );
    expect(status).toBe(400);
    expect(await isAlive()).toBe(true);
  });

  it.each([
    ['broken TLS', Buffer.concat([Buffer.from([0x16, 3, 1, 0xff, 0xff]), Buffer.alloc(2000, 7)])],
    ['a TLS record that breaks off', Buffer.from([0x16])],
    ['what is neither TLS nor HTTP', Buffer.from('\0\x01\x02hello\r\n\r\n', 'latin1')],
    ['no host', 'GET / HTTP/1.0\r\n\r\n'],
    ['a target that is no path', 'GET *evil HTTP/1.1\r\nHost: www.kopano.com\r\n\r\n'],
    [
      'a request that breaks off',
      'POST /contact HTTP/1.1\r\nHost: www.kopano.com\r\nContent-Length: 99\r\n\r\nx',
    ],
  ])('survives %s', async (_, bytes) => {
    await sendRaw(bytes);
    expect(await isAlive()).toBe(true);
  });

  it('puts nothing that a visitor sends into a page unescaped', async () => {
    const body = new URLSearchParams({ name: '"><script>alert(1)</script>', message: '</textarea><b>' });
    const answer = await readAnswer(demo.port, { path: '/contact', method: 'POST', body: body.toString() });
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('<script>alert');
    expect(answer.text).not.toContain('</textarea><b>');
    expect(answer.text).toContain('&quot;&gt;&lt;script&gt;');
  });
});

describe('what may stand in front of the site', () => {
  let other: RunningDemo | undefined;
  const start = async (options: Omit<DemoOptions, 'port'>) => {
    other = await startDemoSite({ port: 0, ...options });
    return other.port;
  };

  afterEach(async () => {
    await other?.close();
    other = undefined;
  });

  it('changes pages and cookies of the company’s own host alone', async () => {
    const port = await start({
      transform: (answer, { url }) => ({ ...answer, cookies: [], body: `changed ${url.href}` }),
    });
    const own = await readAnswer(port, { path: '/product' });
    expect(own.text).toBe('changed https://www.kopano.com/product');
    expect(own.cookies).toEqual([]);
    const third = await readAnswer(port, {
      host: `www.youtube.com.localhost:${port}`,
      path: '/embed/kW26InboxOf',
    });
    expect(third.cookies).toHaveLength(3);
  });

  it('answers 500 when it fails, and goes on', async () => {
    const errors: unknown[] = [];
    const { error } = console;
    console.error = (problem) => errors.push(problem);
    const port = await start({ transform: () => Promise.reject(new Error('broken')) });
    expect((await readAnswer(port, {})).status).toBe(500);
    console.error = error;
    expect(errors).toEqual([new Error('broken')]);
  });

  it('passes requests below a prefix on, with their method, body and sender', async () => {
    const behind = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        outgoing
          .writeHead(201, { 'x-from': String(incoming.headers['x-forwarded-for']) })
          .end(`${incoming.method} ${incoming.url} ${Buffer.concat(chunks)}`),
      );
    });
    await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve));
    const target = `http://127.0.0.1:${(behind.address() as AddressInfo).port}`;
    const port = await start({ forward: { prefix: '/_avowal', target } });
    const answer = await readAnswer(port, { path: '/_avowal/api?x=1', method: 'POST', body: 'hello' });
    expect([answer.status, answer.text]).toEqual([201, 'POST /api?x=1 hello']);
    expect(answer.headers['x-from']).toBe('127.0.0.1');
    // A path that looks like another host stays a path.
    expect((await readAnswer(port, { path: '/_avowal//evil.test/x' })).text).toBe('GET //evil.test/x ');
    await new Promise((resolve) => behind.close(resolve));
    expect((await readAnswer(port, { path: '/_avowal/api' })).status).toBe(502);
  });

  it('shows the policy, or leads to it, or says that there is none', async () => {
    expect((await readAnswer(demo.port, { path: '/cookie-policy' })).text).toContain('not set up yet');
    const linked = await start({ policy: { url: '/_avowal/p/kopano?a="' } });
    expect((await readAnswer(linked, { path: '/cookie-policy' })).text).toContain(
      'href="/_avowal/p/kopano?a=&quot;"',
    );
    await other?.close();
    const shown = await start({ policy: { url: '/p', html: (locale) => `<h1>Policy (${locale})</h1>` } });
    expect((await readAnswer(shown, { path: '/cookie-policy' })).text).toContain('<h1>Policy (en)</h1>');
  });
});
