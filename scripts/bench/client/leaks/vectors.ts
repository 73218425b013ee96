import type { ServiceId, Tracker } from '../tool.ts';

const HOST = 'https://stats.test';

/** One way in which code of a third party requests or stores something. */
export interface Vector {
  readonly id: string;
  readonly name: string;
  readonly tracker: Tracker;
  /** It also works when a script starts it after the page has loaded. */
  readonly canBeLate: boolean;
}

const element = (kind: 'script' | 'iframe' | 'image' | 'stylesheet', name: string, file: string): Vector => ({
  id: `static-${kind}`,
  name,
  tracker: { kind, service: 'stats', src: `${HOST}/static-${kind}${file}` },
  canBeLate: false,
});

const code = (
  id: string,
  name: string,
  text: (url: string) => string,
  { canBeLate = true, service = 'stats' as ServiceId } = {},
): Vector => ({
  id,
  name,
  tracker: { kind: 'inline', service, code: text(`${HOST}/${id}`) },
  canBeLate,
});

/** What is tried; requests name the vector in their path, storage in its key. */
export const VECTORS: readonly Vector[] = [
  element('script', 'script in HTML', '.js'),
  element('iframe', 'iframe in HTML', '.html'),
  element('image', 'image in HTML', '.png'),
  element('stylesheet', 'style sheet in HTML', '.css'),
  code(
    'dynamic-script',
    'script by script',
    (url) => `document.head.append(Object.assign(document.createElement('script'),{src:'${url}.js'}))`,
  ),
  code('document-write', 'document.write', (url) => `document.write('<img src="${url}.png" alt="">')`, {
    canBeLate: false,
  }),
  code(
    'inner-html',
    'image by innerHTML',
    (url) => `document.createElement('div').innerHTML='<img src="${url}.png" alt="">'`,
  ),
  code(
    'set-attribute',
    'script by setAttribute',
    (url) =>
      `{const s=document.createElement('script');s.setAttribute('src','${url}.js');document.head.append(s)}`,
  ),
  code('new-image', 'new Image', (url) => `new Image().src='${url}.png'`),
  code('fetch', 'fetch', (url) => `fetch('${url}.json',{mode:'no-cors'}).catch(()=>{})`),
  code(
    'xhr',
    'XMLHttpRequest',
    (url) => `{const x=new XMLHttpRequest();x.open('GET','${url}.json');x.send()}`,
  ),
  code('beacon', 'sendBeacon', (url) => `navigator.sendBeacon('${url}.json','1')`),
  code(
    'dynamic-iframe',
    'iframe by script',
    (url) => `document.body.append(Object.assign(document.createElement('iframe'),{src:'${url}.html'}))`,
  ),
  code('module', 'import()', (url) => `import('${url}.js').catch(()=>{})`),
  code(
    'srcdoc',
    'iframe srcdoc',
    (url) =>
      `document.body.append(Object.assign(document.createElement('iframe'),{srcdoc:'<img src="${url}.png" alt="">'}))`,
  ),
  code('background', 'CSS background', (url) => `document.body.style.backgroundImage='url(${url}.png)'`),
  code('cookie', 'cookie', () => `document.cookie='_stats=1;path=/'`),
  code('local-storage', 'localStorage', () => `localStorage.setItem('_media','1')`, { service: 'media' }),
];
