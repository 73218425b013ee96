import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Libraries as sites load them: about 1.5 MB of real script. */
const LIBRARIES = [
  'axe-core/axe.min.js',
  'vue/dist/vue.global.prod.js',
  'klaro/dist/klaro.js',
  'acorn/dist/acorn.js',
  'vanilla-cookieconsent/dist/cookieconsent.umd.js',
  'lodash/lodash.min.js',
].map((file) => readFileSync(new URL(`../../../node_modules/${file}`, import.meta.url)));

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const IMAGES = 24;
const PIXELS = 3;
const TAG = (name: string) =>
  `document.cookie='${name}='+Math.random()+'; path=/; max-age=86400';localStorage.setItem('${name}','1');`;

/** Asks once; what it is told it keeps in a cookie. */
const NOTICE = `<script>if (!document.cookie.includes('choice=')) {
  document.write('<div role="dialog" aria-label="Cookies" style="position:fixed;bottom:0">We use cookies. <button>Reject all</button> <button>Accept all</button></div>');
  for (const button of document.querySelectorAll('[role=dialog] button')) button.onclick = () => {
    document.cookie = 'choice=' + button.textContent.slice(0, 6) + '; path=/; max-age=9999';
    button.parentElement.remove();
  };
}</script>`;

/** A site of `pages` alike pages, each of 40 requests and 1.6 MB, with a notice, a frame and pixels of another site. */
export interface HeavySite {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it on the loopback address; the other site is the same server by the name `localhost`. */
export async function startHeavySite(pages: number): Promise<HeavySite> {
  const send = (response: ServerResponse, type: string, body: Buffer | string, cookie?: string) => {
    response.writeHead(200, {
      'content-type': type,
      'cache-control': 'no-store',
      ...(cookie && { 'set-cookie': cookie }),
    });
    response.end(body);
  };
  let other = '';
  const range = (length: number) => Array.from({ length }, (_, n) => n);
  const page = (n: number) => `<!doctype html><html lang="en"><head><title>Page ${n}</title>
<link rel="stylesheet" href="/style.css?${n}">${range(LIBRARIES.length)
    .map((at) => `<script src="/library.js?${at}"></script>`)
    .join('')}
${['a', 'b', 'c'].map((name) => `<script async src="/tag.js?${name}"></script>`).join('')}</head><body><h1>Page ${n}</h1>
<nav>${range(pages)
    .map((at) => `<a href="/page/${at + 1}">${at + 1}</a>`)
    .join(' ')}</nav>
${'<p>Some words that a reader came for, and then some more of them.</p>\n'.repeat(200)}
${range(IMAGES)
  .map((at) => `<img src="/image.gif?${at}" width="320" height="200" alt="">`)
  .join('')}
${range(PIXELS)
  .map((at) => `<img src="${other}/pixel.gif?${at}" width="1" height="1" alt="">`)
  .join('')}
<iframe src="${other}/frame" title="Frame"></iframe>${NOTICE}</body></html>`;
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://x');
    if (pathname === '/' || pathname.startsWith('/page/'))
      send(response, 'text/html', page(Number(pathname.slice(6))), 'home=1');
    else if (pathname === '/style.css') send(response, 'text/css', 'p{margin:1em}'.repeat(500));
    else if (pathname === '/library.js')
      send(response, 'text/javascript', LIBRARIES[Number(search.slice(1))] ?? '');
    else if (pathname === '/tag.js') send(response, 'text/javascript', TAG(search.slice(1)));
    else if (pathname === '/image.gif') send(response, 'image/gif', GIF);
    else if (pathname === '/pixel.gif')
      send(response, 'image/gif', GIF, `p${search.slice(1)}=1; Secure; SameSite=None; Max-Age=9999`);
    else if (pathname === '/frame')
      send(response, 'text/html', `<script>${TAG('frame')}</script>`, 'f=1; Secure; SameSite=None');
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  other = `http://localhost:${port}`;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
