import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Inventory, ObservedTracker } from '../model/inventory.ts';
import type { ScanOptions } from './scan-options.ts';
import { scanSite } from './scan-site.ts';
import { page, type Routes, type RunningHosts, script, startHosts } from './testing/start-hosts.ts';

const SITE = 'http://site.example/';
const root = mkdtempSync(join(tmpdir(), 'avowal-scan-test-'));
let hosts: RunningHosts | undefined;
let scans = 0;

afterEach(async () => {
  await hosts?.close();
  hosts = undefined;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const newFolder = () => join(root, String(++scans));

async function scan(routes: Routes, options: Partial<ScanOptions> = {}): Promise<Inventory> {
  hosts = await startHosts(routes);
  return scanSite({
    urls: [SITE],
    outDir: newFolder(),
    scenarios: ['none'],
    resolve: hosts.resolve,
    ...options,
  });
}

const find = ({ trackers }: Inventory, name: string): ObservedTracker | undefined =>
  trackers.find((tracker) => tracker.name === name);

const cause = (tracker: ObservedTracker | undefined) => tracker?.evidence[0]?.initiators[0];

describe('cookies', () => {
  it('sees an HttpOnly cookie that one hop of a redirect sets, with the hop before it as the cause', async () => {
    const inventory = await scan(
      {
        'site.example/': page('<img src="http://a.example/start">'),
        'a.example/start': (_, response) =>
          response.writeHead(302, { location: 'https://b.example/end' }).end(),
        'b.example/end': (_, response) =>
          response
            .writeHead(204, { 'set-cookie': 'hop=v; HttpOnly; Secure; SameSite=None; Max-Age=86400' })
            .end(),
      },
      { insecure: true },
    );
    const tracker = find(inventory, 'hop');
    expect(tracker).toMatchObject({
      kind: 'http-cookie',
      host: 'b.example',
      party: 'third',
      lifetimeSeconds: 86_400,
      attributes: { httpOnly: true, secure: true, sameSite: 'None', path: '/' },
    });
    expect(tracker?.evidence[0]?.initiators.map(({ url }) => url)).toEqual(['http://a.example/start', SITE]);
  });

  it('names script, line and column of a third party that writes a first-party cookie, and who loaded it', async () => {
    const inventory = await scan({
      'site.example/': page(
        '<script>\n\nvar s=document.createElement("script");s.src="http://cdn.example/t.js?id=7";document.head.append(s)</script>',
      ),
      'cdn.example/t.js': script(
        '\nfunction mark() {\n  document.cookie = "mark=12345; max-age=600";\n}\nmark();',
      ),
    });
    const tracker = find(inventory, 'mark');
    expect(tracker).toMatchObject({
      kind: 'js-cookie',
      host: 'site.example',
      party: 'first',
      lifetimeSeconds: 600,
      valueBytes: 5,
      classification: { source: 'none', needsReview: true },
    });
    expect(cause(tracker)).toEqual({
      url: 'http://cdn.example/t.js',
      line: 3,
      column: 19,
      functionName: 'mark',
    });
    expect(tracker?.evidence[0]?.initiators[1]).toMatchObject({ url: SITE, line: 3 });
  });

  it('sees a cookie that is deleted again at once, and one of the Cookie Store', async () => {
    const inventory = await scan(
      {
        'site.example/': page(`<script>
        document.cookie = 'brief=1';
        document.cookie = 'brief=; max-age=0';
        cookieStore.set({ name: 'stored', value: 'abc', expires: Date.now() + 3600e3 });
      </script>`),
      },
      { urls: ['https://site.example/'], insecure: true },
    );
    expect(find(inventory, 'brief')).toMatchObject({ kind: 'js-cookie', lifetimeSeconds: null });
    expect(find(inventory, 'stored')).toMatchObject({ kind: 'js-cookie', lifetimeSeconds: 3600 });
  });

  it('does not invent cookies that the browser refused', async () => {
    const inventory = await scan({
      'site.example/': page(
        '<script>document.cookie="other=1; domain=else.example"; document.cookie="sec=1; secure"</script>',
        { 'set-cookie': ['wrong=1; Domain=else.example', 'gone=1; Max-Age=0', 'insec=1; Secure'] },
      ),
    });
    expect(inventory.trackers).toEqual([]);
  });

  it('counts a cookie that a header and a script write as one, of the kind that came first', async () => {
    const inventory = await scan({
      'site.example/': page('<script>document.cookie="both=2"</script>', { 'set-cookie': 'both=1' }),
    });
    expect(inventory.trackers).toMatchObject([{ name: 'both', kind: 'http-cookie' }]);
  });

  it('survives 5,000 attempts and tells them as one series', async () => {
    const inventory = await scan({
      'site.example/': page(
        '<script>for (let i = 0; i < 5000; i++) document.cookie = "c" + i + "=1"</script>',
      ),
    });
    expect(inventory.trackers).toMatchObject([{ name: 'c*', kind: 'js-cookie' }]);
    expect(inventory.trackers[0]?.examples).toHaveLength(5);
  });

  it('keeps no value anywhere in its folder', async () => {
    const outDir = newFolder();
    await scan(
      {
        'site.example/': page(
          '<script>document.cookie="j=very-secret-1";localStorage.l="very-secret-2"</script><img src="http://t.example/p?u=very-secret-3">',
          { 'set-cookie': 'h=very-secret-4' },
        ),
        't.example/p': (_, response) => response.writeHead(204).end(),
      },
      { outDir },
    );
    const text = ['inventory.json', 'report.html']
      .map((file) => readFileSync(join(outDir, file), 'utf8'))
      .join('');
    expect(text).toContain('t.example/p');
    expect(text).not.toContain('very-secret');
    expect(existsSync(join(outDir, 'scan.journal.jsonl'))).toBe(false);
  });
});

describe('frames, workers and storage', () => {
  it('sees cookie and local storage of a third-party iframe, written by name or by setItem', async () => {
    const inventory = await scan(
      {
        'site.example/': page('<iframe src="https://frame.example/f"></iframe>'),
        'frame.example/f': page('<script src="/f.js"></script>', {
          'set-cookie': 'fc=1; Secure; SameSite=None',
        }),
        'frame.example/f.js': script(
          'localStorage.setItem("by-call", "1");\nlocalStorage.byName = "2";sessionStorage.setItem("s", "3")',
        ),
      },
      { insecure: true },
    );
    expect(find(inventory, 'fc')).toMatchObject({
      kind: 'http-cookie',
      host: 'frame.example',
      party: 'third',
    });
    const byCall = find(inventory, 'by-call');
    expect(byCall).toMatchObject({ kind: 'local-storage', host: 'frame.example', valueBytes: 1 });
    expect(cause(byCall)).toMatchObject({ url: 'https://frame.example/f.js', line: 1 });
    expect(find(inventory, 'byName')).toMatchObject({ kind: 'local-storage', host: 'frame.example' });
    expect(find(inventory, 's')).toMatchObject({ kind: 'session-storage', host: 'frame.example' });
  });

  it('sees what a worker opens and sends', async () => {
    const inventory = await scan({
      'site.example/': page('<script>new Worker("/w.js")</script>'),
      'site.example/w.js': script(
        'indexedDB.open("worker-db");\nfetch("http://api.example/collect", {mode: "no-cors"})',
      ),
      'api.example/collect': (_, response) => response.writeHead(204).end(),
    });
    const database = find(inventory, 'worker-db');
    expect(database).toMatchObject({ kind: 'indexed-db', host: 'site.example' });
    expect(cause(database)).toMatchObject({ url: `${SITE}w.js`, line: 1 });
    expect(inventory.requests).toContainEqual(
      expect.objectContaining({ host: 'api.example', party: 'third', service: 'host:api.example' }),
    );
  });

  it('sees databases, caches and service workers', async () => {
    const inventory = await scan(
      {
        'site.example/': page(`<script>
        indexedDB.open('page-db'); caches.open('page-cache'); navigator.serviceWorker.register('/sw.js?v=2');
      </script>`),
        'site.example/sw.js': script('caches.open("worker-cache")'),
      },
      { urls: ['https://site.example/'], insecure: true },
    );
    const kinds = Object.fromEntries(inventory.trackers.map(({ name, kind }) => [name, kind]));
    expect(kinds).toMatchObject({
      'page-db': 'indexed-db',
      'page-cache': 'cache',
      '/sw.js': 'service-worker',
    });
  });
});

describe('pixels', () => {
  it('tells pixels and beacons from pictures', async () => {
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
    const inventory = await scan({
      'site.example/':
        page(`<img src="http://t.example/p.gif?u=1"><img src="/spacer.gif"><img src="http://t.example/photo.gif">
        <img src="/own.gif?visit=1"><script>navigator.sendBeacon('http://b.example/ping', 'x')</script>`),
      '*/p.gif': (_, response) => response.writeHead(200, { 'content-type': 'image/gif' }).end(gif),
      '*/own.gif': (_, response) => response.writeHead(200, { 'content-type': 'image/gif' }).end(gif),
      '*/spacer.gif': (_, response) => response.writeHead(200, { 'content-type': 'image/gif' }).end(gif),
      '*/photo.gif': (_, response) =>
        response
          .writeHead(200, { 'content-type': 'image/gif' })
          .end(Buffer.concat([gif, Buffer.alloc(5000)])),
      '*/ping': (_, response) => response.writeHead(204).end(),
    });
    expect(inventory.trackers.map(({ kind, name, party }) => [kind, name, party])).toEqual([
      ['pixel', 'b.example/ping', 'third'],
      ['pixel', 'site.example/own.gif', 'first'],
      ['pixel', 't.example/p.gif', 'third'],
    ]);
  });
});

describe('traps', () => {
  it('writes hostile names as they are and lets none of them into the markup of the report', async () => {
    const outDir = newFolder();
    const long = 'n'.repeat(4000);
    const inventory = await scan(
      {
        'site.example/': page(
          `<script>document.cookie='<script>alert(1)<\\/script>=1';document.cookie='=HYPERLINK("x")';document.cookie='${long}=1';
        localStorage.setItem('"><img src=x onerror=alert(1)>','1')</script>`,
        ),
      },
      { outDir },
    );
    const names = inventory.trackers.map(({ name }) => name);
    expect(names).toContain('<script>alert(1)</script>');
    expect(names).toContain('"><img src=x onerror=alert(1)>');
    expect(names).toContain(long);
    const report = readFileSync(join(outDir, 'report.html'), 'utf8');
    expect(report).not.toMatch(/<script|<img src=x/);
    expect(report).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('gives up a page that never ends, keeps what it did, and goes on', async () => {
    const inventory = await scan(
      {
        'site.example/': page('<a href="/slow">slow</a><a href="/next">next</a>'),
        'site.example/slow': (_, response) => {
          response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'slow=1' });
          response.write('<!doctype html><title>Slow</title><script>document.cookie="early=1"</script>');
        },
        'site.example/next': page('<script>document.cookie="next=1"</script>'),
      },
      { capMilliseconds: 1500 },
    );
    expect(inventory.trackers.map(({ name }) => name)).toEqual(['early', 'next', 'slow']);
    expect(inventory.problems).toMatchObject([{ code: 'PAGE_NOT_QUIET', page: `${SITE}slow` }]);
  });

  it('goes on in a new tab after a page in an endless loop', async () => {
    const inventory = await scan(
      {
        'site.example/': page('<a href="/loop">loop</a><a href="/next">next</a>'),
        'site.example/loop': page('<script>document.cookie="loop=1"; for (;;);</script>'),
        'site.example/next': page('<script>document.cookie="next=1"</script>'),
      },
      { capMilliseconds: 1500 },
    );
    expect(inventory.trackers.map(({ name }) => name)).toEqual(['loop', 'next']);
    expect(inventory.problems).toMatchObject([{ code: 'PAGE_NOT_QUIET', page: `${SITE}loop` }]);
  });

  it('is not held up by a kept-alive fetch whose body nobody reads', async () => {
    const inventory = await scan({
      'site.example/': page(
        '<script>fetch("http://api.example/k",{keepalive:true,mode:"no-cors"});fetch("http://api.example/k2",{mode:"no-cors"})</script>',
      ),
      '*/k': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 100 });
        response.write('x');
      },
      '*/k2': (_, response) => void response.writeHead(200).end('y'.repeat(100)),
    });
    expect(inventory.problems).toEqual([]);
    expect(inventory.pages[0]?.milliseconds).toBeLessThan(3000);
  });

  it('answers dialogs, refuses downloads, closes popups and leaves pages that want to keep it', async () => {
    const inventory = await scan({
      'site.example/': page(`<a href="/file">file</a><a href="/next">next</a><script>
        onbeforeunload = (event) => { event.preventDefault(); return 'stay'; };
        alert(1); confirm(2); prompt(3); open('/popup'); print();</script>`),
      'site.example/file': (_, response) =>
        response.writeHead(200, { 'content-disposition': 'attachment; filename=x.bin' }).end('x'),
      'site.example/next': page('<script>document.cookie="next=1"</script>'),
      'site.example/popup': page('popup'),
    });
    expect(inventory.pages.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/file', '/next']);
    expect(inventory.problems).toMatchObject([{ code: 'PAGE_FAILED', page: `${SITE}file` }]);
    expect(find(inventory, 'next')).toBeDefined();
  });

  it('throws SITE_UNREACHABLE for a redirect loop and for a closed port, with the reason', async () => {
    await expect(
      scan({ 'site.example/': (_, response) => response.writeHead(302, { location: '/' }).end() }),
    ).rejects.toMatchObject({ code: 'SITE_UNREACHABLE', message: expect.stringContaining('circle') });
    await expect(
      scanSite({ urls: ['http://127.0.0.1:9/'], outDir: newFolder(), allowPrivate: true }),
    ).rejects.toMatchObject({ code: 'SITE_UNREACHABLE' });
  });
});

describe('addresses', () => {
  it('refuses a private first address before any browser starts', async () => {
    for (const url of [
      'http://127.0.0.1/',
      'http://2130706433/',
      'http://0x7f.1/',
      'http://[::ffff:127.0.0.1]/',
      'http://localhost/',
    ]) {
      await expect(scanSite({ urls: [url], outDir: newFolder() })).rejects.toMatchObject({
        code: 'ADDRESS_REFUSED',
      });
    }
  });

  it('lets no page reach a private address, by name, by number or by redirect', async () => {
    const inner = await startHosts({});
    const inventory = await scan(
      {
        'site.example/': page(
          `<img src="http://127.0.0.1:${inner.port}/a"><img src="http://localhost:${inner.port}/b"><img src="http://[::ffff:7f00:1]:${inner.port}/c"><img src="/redirect"><iframe src="file:///etc/passwd"></iframe>`,
        ),
        'site.example/redirect': (_, response) =>
          response.writeHead(302, { location: `http://127.0.0.1:${inner.port}/d` }).end(),
      },
      { resolve: [] as string[] },
    ).catch((error: unknown) => error);
    expect(inventory).toBeInstanceOf(Error);
    await hosts?.close();
    hosts = await startHosts({
      'site.example/': page(
        `<img src="http://127.0.0.1:${inner.port}/a"><img src="http://localhost:${inner.port}/b"><img src="http://[::ffff:7f00:1]:${inner.port}/c"><img src="/redirect">`,
      ),
      'site.example/redirect': (_, response) =>
        response.writeHead(302, { location: `http://127.0.0.1:${inner.port}/d` }).end(),
    });
    await scanSite({
      urls: [SITE],
      outDir: newFolder(),
      scenarios: ['none'],
      resolve: [`site.example=127.0.0.1:${hosts.port}`],
    });
    expect(hosts.log).toContain('site.example/redirect');
    expect(inner.log).toEqual([]);
    await inner.close();
  });
});

describe('the crawl', () => {
  it('follows links and the sitemap in order, heeds robots.txt, and leaves sign-out links alone', async () => {
    const inventory = await scan({
      'site.example/': page(
        '<a href="/b?utm_source=x#y">b</a><a href="/a">a</a><a href="/private/x">x</a><a href="/logout">bye</a><a href="http://else.example/">else</a><a href="/file.pdf">pdf</a>',
      ),
      'site.example/a': page('<a href="/c">c</a>'),
      'site.example/b': page('b'),
      'site.example/c': page('c'),
      'site.example/map': page('from the sitemap'),
      'site.example/robots.txt': (_, response) =>
        void response.end('User-agent: *\nDisallow: /private/\nSitemap: http://site.example/sm.xml'),
      'site.example/sm.xml': (_, response) =>
        void response.end('<urlset><url><loc>http://site.example/map</loc></url></urlset>'),
    });
    expect(inventory.pages.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/map', '/b', '/a', '/c']);
    expect(hosts?.log).not.toContain('site.example/logout');
  });

  it('leaves the time between pages that robots.txt asks for, in several tabs too', async () => {
    const begun = Date.now();
    const inventory = await scan({
      'site.example/': page('<a href="/a">a</a><a href="/b">b</a>'),
      'site.example/a': page('a'),
      'site.example/b': page('b'),
      'site.example/robots.txt': (_, response) => void response.end('User-agent: *\nCrawl-delay: 1.5'),
    });
    expect(inventory.pages).toHaveLength(3);
    expect(Date.now() - begun).toBeGreaterThan(2 * 1500 - 10);
  });

  it('stops at the limit', async () => {
    const inventory = await scan(
      {
        '*/': page('<a href="/?p=1">1</a><a href="/?p=2">2</a><a href="/?p=3">3</a>'),
      },
      { maxPages: 2 },
    );
    expect(inventory.pages).toHaveLength(2);
  });
});

const NOTICE = (open: string, mode = 'open') => `<my-notice></my-notice><script>
  const root = document.querySelector('my-notice').attachShadow({mode: '${mode}'});
  const granted = document.cookie.includes('answer=');
  if (document.cookie.includes('answer=yes')) track();
  function track() { document.cookie = 'tracking=1'; }
  if (!granted) {
    root.innerHTML = '${open}';
    root.querySelector('.yes').onclick = (e) => { if (!e.isTrusted) return; document.cookie = 'answer=yes'; track(); root.innerHTML = ''; };
    root.querySelector('.no').onclick = (e) => { if (!e.isTrusted) return; document.cookie = 'answer=no'; root.innerHTML = ''; };
  }
  document.cookie = 'always=1';
</script>`;

describe('scenarios', () => {
  it.each([
    [
      'by attribute in an open shadow root',
      '<div><button class="yes" data-avowal-action="accept">Sure</button><button class="no" data-avowal-action="reject">Nope</button></div>',
      'open',
      'avowal: [data-avowal-action=reject]',
    ],
    [
      'by text in a closed shadow root',
      '<div role="dialog">We use cookies. <button class="yes">Accept all</button><button class="no">Alle ablehnen</button></div>',
      'closed',
      'text: alle ablehnen',
    ],
  ])('answers a notice %s and tells what each answer leads to', async (_, markup, mode, clicked) => {
    const inventory = await scan(
      {
        'site.example/': page(`${NOTICE(markup, mode)}<a href="/two">two</a>`),
        'site.example/two': page(NOTICE(markup, mode)),
      },
      { scenarios: ['none', 'reject', 'accept'] },
    );
    expect(inventory.scenarios).toMatchObject([
      { scenario: 'none', outcome: 'done' },
      { scenario: 'reject', outcome: 'done', clicked },
      { scenario: 'accept', outcome: 'done' },
    ]);
    expect(find(inventory, 'tracking')?.seen).toEqual({ accept: true });
    expect(find(inventory, 'always')?.seen).toEqual({ none: true, reject: true, accept: true });
    expect(find(inventory, 'answer')?.seen).toEqual({ reject: true, accept: true });
    expect(
      inventory.pages.filter(({ scenario }) => scenario === 'reject').map(({ screenshot }) => screenshot),
    ).toEqual(['notice-reject.jpg', undefined]);
  });

  it('says what it could not do with a notice instead of guessing, and that there is none only where it saw none', async () => {
    const inventory = await scan(
      { 'site.example/': page('<div role="dialog">Cookies <button>Accept all</button></div>') },
      { scenarios: ['reject', 'accept'] },
    );
    expect(inventory.scenarios).toEqual([
      { scenario: 'reject', outcome: 'unsure', why: expect.stringMatching(/without doubt: Accept all$/) },
      { scenario: 'accept', outcome: 'unsure', why: 'The click changed nothing.' },
    ]);
    await hosts?.close();
    const without = await scan({ 'site.example/': page('<h1>Hello</h1>') }, { scenarios: ['reject'] });
    expect(without.scenarios).toEqual([{ scenario: 'reject', outcome: 'no-notice' }]);
  });
});

describe('interruption', () => {
  const routes: Routes = {
    'site.example/': page('<a href="/1">1</a><a href="/2">2</a><a href="/3">3</a>', {
      'set-cookie': 'home=1; Max-Age=3600',
    }),
    ...Object.fromEntries(
      [1, 2, 3].map((n) => [
        `site.example/${n}`,
        page(`<script>document.cookie='p${n}=1; max-age=60';localStorage.k${n}='v'</script>`),
      ]),
    ),
  };
  const strip = ({ trackers, pages, scenarios, requests, complete }: Inventory) => ({
    complete,
    scenarios,
    requests,
    pages: pages.map(({ milliseconds, ...rest }) => rest),
    trackers: trackers.map(({ valueHashes, evidence, ...rest }) => ({
      ...rest,
      hashes: valueHashes.length,
      evidence: evidence.map(({ time, ...facts }) => facts),
    })),
  });

  it('keeps what was gathered; resuming visits nothing twice and gives what an uninterrupted scan gives', async () => {
    const whole = await scan(routes);
    const outDir = newFolder();
    const stop = new AbortController();
    const first = await scanSite({
      urls: [SITE],
      outDir,
      scenarios: ['none'],
      resolve: hosts?.resolve ?? [],
      signal: stop.signal,
      onProgress: (event) => {
        if (event.type === 'page' && event.number === 2) stop.abort();
      },
    });
    expect(first).toMatchObject({
      complete: false,
      scenarios: [{ scenario: 'none', outcome: 'interrupted' }],
    });
    expect(first.pages).toHaveLength(2);
    const before = hosts?.log.length ?? 0;
    const rest = await scanSite({ urls: [], outDir, resume: true, resolve: hosts?.resolve ?? [] });
    expect(hosts?.log.slice(before)).not.toContain('site.example/1');
    expect(strip(rest)).toEqual(strip(whole));
  });

  it('throws INVENTORY_INVALID where there is nothing to resume', async () => {
    await expect(scanSite({ urls: [], outDir: newFolder(), resume: true })).rejects.toMatchObject({
      code: 'INVENTORY_INVALID',
    });
  });
});
