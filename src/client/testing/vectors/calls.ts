import type { Vector, VectorGroup } from './vector.ts';

const call = (id: string, name: string, script: string, rest: Partial<Vector> = {}): Vector => ({
  id,
  name,
  script,
  answer: 'html',
  ...rest,
});

const OWN = { own: true, answer: 'js' } as const;
const FRAME = `const f = document.createElement('iframe'); document.body.append(f); const w = f.contentWindow;`;

/** Requests that code sends. */
export const CALLS: VectorGroup = {
  title: 'Requests of code',
  vectors: [
    call('fetch', '`fetch("…")`', `await fetch(at)`),
    call('fetch-url', '`fetch(new URL(…))`', `await fetch(new URL(at))`),
    call('fetch-request', '`fetch(new Request(…))`', `await fetch(new Request(at))`),
    call(
      'fetch-no-cors',
      '`fetch(…, { mode: "no-cors", keepalive: true })`',
      `await fetch(at, { mode: 'no-cors', keepalive: true, method: 'POST' })`,
    ),
    call('fetch-later', '`fetchLater(…)`', `fetchLater(at, { activateAfter: 0 })`),
    call('xhr', '`XMLHttpRequest`', `const x = new XMLHttpRequest(); x.open('GET', at); x.send()`),
    call(
      'xhr-synchronous',
      '`XMLHttpRequest`, synchronous',
      `const x = new XMLHttpRequest(); x.open('GET', at, false); x.send()`,
    ),
    call('beacon', '`navigator.sendBeacon`', `navigator.sendBeacon(at, 'x')`),
    call('web-socket', '`new WebSocket`', `new WebSocket(at.replace('http', 'ws'))`),
    call('event-source', '`new EventSource`', `new EventSource(at)`),
    call(
      'form',
      'a form sent into a frame',
      `const f = document.createElement('iframe'); f.name = 'form'; document.body.append(f); const m = document.createElement('form'); m.action = at; m.target = 'form'; document.body.append(m); m.submit()`,
    ),
    call(
      'form-request',
      '`form.requestSubmit()`',
      `const f = document.createElement('iframe'); f.name = 'form-request'; document.body.append(f); const m = document.createElement('form'); m.action = at; m.target = f.name; document.body.append(m); m.requestSubmit()`,
    ),
    call(
      'ping',
      '`<a ping>`',
      `const a = document.createElement('a'); a.href = '#ping'; a.ping = at; document.body.append(a); a.click()`,
    ),
    call(
      'frame-link',
      'a link that opens in a frame',
      `const f = document.createElement('iframe'); f.name = 'link'; document.body.append(f); const a = document.createElement('a'); a.href = at; a.target = 'link'; document.body.append(a); a.click()`,
    ),
  ],
};

/** Code that runs beside the page. */
export const WORKERS: VectorGroup = {
  title: 'Workers and worklets',
  vectors: [
    call('worker', '`new Worker` of an own address', `new Worker(at)`, OWN),
    call('shared-worker', '`new SharedWorker` of an own address', `new SharedWorker(at)`, OWN),
    call(
      'service-worker',
      '`serviceWorker.register` of an own address',
      `await navigator.serviceWorker.register(at)`,
      OWN,
    ),
    call(
      'worker-import-scripts',
      '`importScripts` in a worker',
      `new Worker(URL.createObjectURL(new Blob(['importScripts(' + JSON.stringify(at) + ')'])))`,
      { answer: 'js' },
    ),
    call(
      'worker-fetch',
      '`fetch` in a worker',
      `new Worker(URL.createObjectURL(new Blob(['fetch(' + JSON.stringify(at) + ')'])))`,
    ),
    call(
      'worker-file-fetch',
      '`fetch` in a worker of the site',
      `new Worker('/worker.js?' + encodeURIComponent(at))`,
      { file: true },
    ),
    call('audio-worklet', '`audioWorklet.addModule`', `await new AudioContext().audioWorklet.addModule(at)`, {
      answer: 'js',
    }),
    call('paint-worklet', '`CSS.paintWorklet.addModule`', `await CSS.paintWorklet.addModule(at)`, {
      answer: 'js',
    }),
  ],
};

/** What a page does through a frame of its own. */
export const FRAME_CALLS: VectorGroup = {
  title: 'Through an own frame (`about:blank`)',
  vectors: [
    call('frame-fetch', '`contentWindow.fetch`', `${FRAME} await w.fetch(at)`),
    call(
      'frame-xhr',
      '`new contentWindow.XMLHttpRequest`',
      `${FRAME} const x = new w.XMLHttpRequest(); x.open('GET', at); x.send()`,
    ),
    call('frame-beacon', '`contentWindow.navigator.sendBeacon`', `${FRAME} w.navigator.sendBeacon(at)`),
    call('frame-image', '`new contentWindow.Image()`', `${FRAME} new w.Image().src = at`),
    call(
      'frame-window',
      '`window[0].fetch` (frames by number)',
      `${FRAME} await window[window.length - 1].fetch(at)`,
    ),
    call(
      'frame-inner-html',
      'a frame put in by `innerHTML`, then `fetch`',
      `const d = document.createElement('div'); document.body.append(d); d.innerHTML = '<iframe></iframe>'; await d.firstChild.contentWindow.fetch(at)`,
    ),
    call(
      'frame-script',
      'a script in its document',
      `${FRAME} const s = w.document.createElement('script'); s.src = at; w.document.body.append(s)`,
      { answer: 'js', seen: 'script' },
    ),
    call(
      'frame-write',
      '`contentDocument.write`',
      `${FRAME} w.document.open(); w.document.write('<img src="' + at + '">'); w.document.close()`,
      { answer: 'gif' },
    ),
    call(
      'frame-inline',
      'inline code in its document',
      `${FRAME} const s = w.document.createElement('script'); s.textContent = 'new Image().src = ' + JSON.stringify(at); w.document.body.append(s)`,
      { answer: 'gif' },
    ),
    call(
      'frame-javascript',
      '`iframe.src = "javascript:…"`',
      `const f = document.createElement('iframe'); f.src = 'javascript:void fetch(' + JSON.stringify(at) + ')'; document.body.append(f)`,
    ),
    call(
      'frame-blob',
      'a frame of a `blob:` address',
      `const f = document.createElement('iframe'); f.src = URL.createObjectURL(new Blob(['<img src="' + at + '">'], { type: 'text/html' })); document.body.append(f)`,
      {
        answer: 'gif',
        why: 'No script can read a blob before the frame does. Such a frame is of the page’s own making.',
      },
    ),
    call(
      'frame-native',
      '`fetch.call` with the native of a frame',
      `${FRAME} await w.fetch.call(window, at)`,
    ),
    call(
      'frame-setter',
      'a setter of a frame, called on an element of the page',
      `${FRAME} Object.getOwnPropertyDescriptor(w.HTMLImageElement.prototype, 'src').set.call(new Image(), at)`,
      { answer: 'gif' },
    ),
  ],
};
