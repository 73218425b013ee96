import type { Vector, VectorGroup } from './vector.ts';

const store = (id: string, name: string, script: string): Vector => ({ id, name, script, seen: 'stored' });

const FRAME = `const f = document.createElement('iframe'); document.body.append(f); const w = f.contentWindow;`;

const webStorage = (area: 'localStorage' | 'sessionStorage'): Vector[] => {
  const id = area === 'localStorage' ? 'local' : 'session';
  return [
    store(`${id}-set-item`, `\`${area}.setItem\``, `${area}.setItem(name, 'x')`),
    store(`${id}-property`, `\`${area}[name] = …\``, `${area}[name] = 'x'`),
    store(
      `${id}-define`,
      `\`Object.defineProperty(${area}, …)\``,
      `Object.defineProperty(${area}, name, { value: 'x', configurable: true, enumerable: true, writable: true })`,
    ),
    store(`${id}-assign`, `\`Object.assign(${area}, …)\``, `Object.assign(${area}, { [name]: 'x' })`),
    store(
      `${id}-call`,
      `\`Storage.prototype.setItem.call(${area}, …)\``,
      `Storage.prototype.setItem.call(${area}, name, 'x')`,
    ),
    store(
      `${id}-frame`,
      `\`contentWindow.${area}\` of an own frame`,
      `${FRAME} w.${area}.setItem(name, 'x')`,
    ),
  ];
};

/** What scripts store. */
export const STORED: VectorGroup = {
  title: 'Storage',
  vectors: [
    store('cookie', '`document.cookie = …`', `document.cookie = name + '=x; Path=/'`),
    store(
      'cookie-year',
      '`document.cookie = …` for a year',
      `document.cookie = name + '=x; Max-Age=31536000; SameSite=Lax'`,
    ),
    store(
      'cookie-setter',
      'the setter, taken from the prototype',
      `Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set.call(document, name + '=x')`,
    ),
    store('cookie-store', '`cookieStore.set(name, …)`', `await cookieStore.set(name, 'x')`),
    store(
      'cookie-store-object',
      '`cookieStore.set({ name, … })`',
      `await cookieStore.set({ name, value: 'x' })`,
    ),
    store(
      'cookie-frame',
      '`contentDocument.cookie` of an own frame',
      `${FRAME} w.document.cookie = name + '=x; Path=/'`,
    ),
    ...webStorage('localStorage'),
    ...webStorage('sessionStorage'),
    store(
      'indexed-db',
      '`indexedDB.open`',
      `await new Promise((done, failed) => { const r = indexedDB.open(name); r.onsuccess = () => { r.result.close(); done() }; r.onerror = failed })`,
    ),
    store(
      'indexed-db-frame',
      '`contentWindow.indexedDB` of an own frame',
      `${FRAME} await new Promise((done, failed) => { const r = w.indexedDB.open(name); r.onsuccess = () => { r.result.close(); done() }; r.onerror = failed })`,
    ),
    store('cache', '`caches.open`', `await caches.open(name)`),
    store('cache-frame', '`contentWindow.caches` of an own frame', `${FRAME} await w.caches.open(name)`),
  ],
};
