import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import type { Inventory } from '../model/inventory.ts';
import type { ScanOptions } from './scan-options.ts';
import { scanSite } from './scan-site.ts';
import { page, type Routes, type RunningHosts, script, startHosts } from './testing/start-hosts.ts';

const SITE = 'http://site.example/';
const root = mkdtempSync(join(tmpdir(), 'avowal-hostile-'));
let hosts: RunningHosts | undefined;
let scans = 0;

afterEach(async () => {
  await hosts?.close();
  hosts = undefined;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Scans a site whose home page links to one that is hostile and to one that is not. */
async function scan(routes: Routes, options: Partial<ScanOptions> = {}): Promise<Inventory> {
  hosts = await startHosts({
    'site.example/': page('<a href="/hostile">hostile</a><a href="/next">next</a>'),
    'site.example/next': page('<script>document.cookie="next=1"</script>'),
    ...routes,
  });
  return scanSite({
    urls: [SITE],
    outDir: join(root, String(++scans)),
    scenarios: ['none'],
    resolve: hosts.resolve,
    capMilliseconds: 3000,
    ...options,
  });
}

const names = ({ trackers }: Inventory) => trackers.map(({ name }) => name);
const problems = (inventory: Inventory) =>
  inventory.problems.map((problem) => [new URL(problem.page).pathname, problem.code, problem.message]);

/** Ends the processes in which the pages of this test's browsers run, as the system does where memory is short. */
function killRenderers(): void {
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(ids.map((id) => [id, read(`/proc/${id}/stat`).split(') ').at(-1)?.split(' ')[1]]));
  const isOurs = (id: string): boolean => {
    const parent = parents.get(id);
    return parent === String(process.pid) || (parent !== undefined && parent !== '0' && isOurs(parent));
  };
  for (const id of ids) {
    if (isOurs(id) && read(`/proc/${id}/cmdline`).includes('--type=renderer'))
      process.kill(Number(id), 'SIGKILL');
  }
}

it.skipIf(process.platform !== 'linux')(
  'goes on in a new tab after one that crashed, and keeps what the page did before (only where there is /proc)',
  async () => {
    const inventory = await scan({
      'site.example/hostile': page('<script>document.cookie="early=1"</script><img src="/die">'),
      'site.example/die': (_, response) => {
        // A page that is still loading a second later; by then what it stored has been told.
        setTimeout(() => {
          killRenderers();
          response.writeHead(204).end();
        }, 1000);
      },
    });
    expect(problems(inventory)).toEqual([['/hostile', 'TAB_CRASHED', expect.stringContaining('is kept')]]);
    expect(names(inventory)).toEqual(['early', 'next']);
  },
);

it('says that a page redirects in a circle', async () => {
  const inventory = await scan({
    'site.example/hostile': (_, response) => response.writeHead(302, { location: '/hostile?again' }).end(),
  });
  expect(problems(inventory)).toEqual([
    ['/hostile', 'PAGE_FAILED', expect.stringContaining('redirects in a circle')],
  ]);
  expect(names(inventory)).toEqual(['next']);
});

it('refuses a page that redirects to a private address, and says why', async () => {
  const inner = await startHosts({});
  const inventory = await scan(
    {
      'site.example/hostile': (_, response) =>
        response.writeHead(302, { location: `http://127.0.0.1:${inner.port}/metadata` }).end(),
    },
    { resolve: [] },
  ).catch(() => undefined);
  // Without its own rule the site itself has no address.
  expect(inventory).toBeUndefined();
  const { port = 0 } = hosts ?? {};
  const found = await scanSite({
    urls: [SITE],
    outDir: join(root, String(++scans)),
    scenarios: ['none'],
    resolve: [`site.example=127.0.0.1:${port}`],
  });
  expect(problems(found)).toEqual([['/hostile', 'PAGE_FAILED', expect.stringMatching(/private|refus/i)]]);
  expect(names(found)).toEqual(['next']);
  expect(inner.log).toEqual([]);
  await inner.close();
});

it('says that a certificate is not trusted, and keeps what it saw elsewhere', async () => {
  const inventory = await scan({
    'site.example/': page(
      '<a href="https://site.example/hostile">hostile</a><a href="/next">next</a><img src="https://secure.example/p.gif?x=1">',
    ),
    'site.example/hostile': page('secure'),
  });
  expect(problems(inventory)).toEqual([
    ['/hostile', 'PAGE_FAILED', expect.stringContaining('certificate is not trusted')],
  ]);
  expect(names(inventory)).toContain('next');
});

it('cuts off an answer of more than 100 MB and says who sent it', async () => {
  const piece = Buffer.alloc(1 << 20, 'x');
  const inventory = await scan(
    {
      'site.example/hostile': page('<script src="http://big.example/big"></script>'),
      'big.example/big': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/javascript' });
        response.write('/*');
        const more = () => {
          while (!response.destroyed && response.write(piece));
        };
        response.on('drain', more);
        more();
      },
    },
    { capMilliseconds: 10_000 },
  );
  expect(inventory.problems.map(({ code, message }) => [code, message])).toContainEqual([
    'RESPONSE_TOO_LARGE',
    'big.example sent more than 100 MB and was cut off.',
  ]);
  expect(names(inventory)).toContain('next');
});

it('sees through a service worker that answers everything itself', async () => {
  const inventory = await scan(
    {
      'site.example/': page(
        '<a href="/hostile">hostile</a><a href="/next">next</a><script>navigator.serviceWorker.register("/sw.js")</script>',
      ),
      'site.example/sw.js': script(`
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const body = '<!doctype html><title>Forged</title><script>document.cookie="forged=1"<\\/script>';
  event.respondWith(new Response(body, { headers: { 'content-type': 'text/html' } }));
});`),
      'site.example/hostile': page('<script>document.cookie="real=1"</script>'),
    },
    { urls: ['https://site.example/'], insecure: true },
  );
  expect(inventory.trackers).toContainEqual(
    expect.objectContaining({ name: '/sw.js', kind: 'service-worker' }),
  );
  expect(names(inventory)).toContain('forged');
  expect(inventory.pages).toHaveLength(3);
});

it('looks like a visitor to a page that hides from automation', async () => {
  const inventory = await scan({
    'site.example/hostile': page(`<script>
const brands = navigator.userAgentData?.brands.map(({ brand }) => brand).join() ?? '';
const isRobot = navigator.webdriver || /headless/i.test(navigator.userAgent + brands) || !('chrome' in window && window.chrome)
  || Object.keys(window).some((key) => /cdc_|playwright|puppeteer|__pw/i.test(key))
  || !/native code/.test(setTimeout.toString()) || navigator.languages.length === 0;
document.cookie = isRobot ? 'robot=1' : 'visitor=1';
fetch('/as', { headers: {} });
</script>`),
    'site.example/as': (request, response) =>
      response
        .writeHead(200, {
          'set-cookie': /headless/i.test(JSON.stringify(request.headers)) ? 'told=1' : 'silent=1',
        })
        .end(),
  });
  expect(names(inventory)).toEqual(expect.arrayContaining(['silent', 'visitor']));
});

it('ends where a page makes new pages and requests without end', async () => {
  const inventory = await scan(
    {
      'site.example/': page(
        `<a href="/deep/1">deep</a><a href="/next">next</a><script>
setInterval(() => { for (let n = 0; n < 200; n++) fetch('/beat?' + Math.random()); history.pushState(0, '', '?' + Math.random()); }, 10);
setInterval(() => document.body.append(document.createElement('p')), 1);
for (let n = 0; n < 5000; n++) { const a = document.createElement('a'); a.href = '/calendar/' + n; document.body.append(a); }
</script>`,
      ),
      'site.example/beat': (_, response) => response.writeHead(204).end(),
      'site.example/deep/1': page('<script>document.cookie="deep=1"</script>'),
    },
    { maxPages: 4 },
  );
  expect(inventory.pages).toHaveLength(4);
  expect(names(inventory)).toEqual(['deep', 'next']);
  expect(problems(inventory)[0]).toEqual(['/', 'PAGE_NOT_QUIET', expect.stringContaining('is kept')]);
});
