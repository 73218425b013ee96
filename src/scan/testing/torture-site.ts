import { page, type Routes, script } from './start-hosts.ts';

const SENT = {
  'access-control-allow-origin': 'https://site.example',
  'access-control-allow-credentials': 'true',
};

/** Answers with a cookie that other sites' pages may set. */
const setting =
  (name: string, status = 204, headers: Readonly<Record<string, string>> = {}): Routes[string] =>
  (request, response) => {
    request.resume();
    const cookie = `${name}=1; Secure; SameSite=None; Max-Age=3600`;
    response.writeHead(status, { 'set-cookie': cookie, ...SENT, ...headers }).end();
  };

/** One statement on a line of its own each, so that a line names one way. */
const MAIN = `document.cookie = 'by-script=1; max-age=3600';
cookieStore.set({ name: 'by-cookie-store', value: '1', expires: Date.now() + 3600e3 });
document.cookie = 'by-deleted=1'; document.cookie = 'by-deleted=; max-age=0';
fetch('https://fetched.example/', { credentials: 'include' });
navigator.sendBeacon('https://beacon.example/', 'x');
new Image().src = 'https://image.example/';
new Image().src = 'https://start.example/';
setTimeout(() => (document.cookie = 'by-late=1'), 1800);
addEventListener('scroll', () => (document.cookie = 'by-scroll=1'));
addEventListener('click', () => (document.cookie = 'by-click=1'));
fetch('https://unread.example/', { keepalive: true, mode: 'no-cors' });`;

const STORAGE = `localStorage.setItem('HERE-local', '1');
localStorage['HERE-named'] = '1';
sessionStorage.setItem('HERE-session', '1');
indexedDB.open('HERE-database');
caches.open('HERE-cache');
navigator.serviceWorker.register('/HERE-worker.js');`;

const storageOf = (place: string) => script(STORAGE.replaceAll('HERE', place));

/** A site that stores in every way that there is, one script and one line for each. */
export const TORTURE: Routes = {
  'site.example/': page(
    `<div style="height:4000px">Long</div><a href="/sub">Sub</a>
<script src="/main.js"></script>
<script src="/storage.js"></script>
<script src="https://tag.example/tag.js"></script>
<iframe src="https://frame.example/"></iframe>`,
    { 'set-cookie': 'by-http=1; HttpOnly; Max-Age=3600' },
  ),
  'site.example/sub': page('<script src="/sub.js"></script>'),
  'site.example/main.js': script(MAIN),
  'site.example/sub.js': script(`document.cookie = 'by-sub-page=1';`),
  'site.example/storage.js': storageOf('main'),
  'site.example/main-worker.js': script(`caches.open('in-main-worker');`),
  'tag.example/tag.js': script(`\ndocument.cookie = 'by-third-party-script=1';`),
  'frame.example/': page(`<script src="/frame.js"></script><script src="/storage.js"></script>`, {
    'set-cookie': 'by-frame=1; Secure; SameSite=None',
  }),
  'frame.example/frame.js': script(
    `document.cookie = 'by-partitioned=1; Secure; SameSite=None; Partitioned';
document.cookie = 'by-frame-script=1; Secure; SameSite=None';`,
  ),
  'frame.example/storage.js': storageOf('frame'),
  'frame.example/frame-worker.js': script(`caches.open('in-frame-worker');`),
  'fetched.example/': setting('by-fetch'),
  'beacon.example/': setting('by-beacon'),
  'image.example/': setting('by-image'),
  'start.example/': setting('by-first-hop', 302, { location: 'https://end.example/' }),
  'end.example/': setting('by-last-hop'),
  // Nobody reads the body, and it never ends: the browser does not say that it is over.
  'unread.example/': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).write('x');
  },
};
