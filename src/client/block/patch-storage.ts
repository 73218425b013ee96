import { matchesName } from '../../model/name-pattern.ts';
import type { TrackerKind } from '../../model/tracker.ts';
import { config } from '../config.ts';
import { mayStore } from '../consent.ts';
import { writeCookie } from '../natives.ts';
import { guardMethod, guardSetter, refusal } from './patch.ts';

const isHeld = (name: unknown, ...kinds: readonly TrackerKind[]) =>
  config.trackers.some(
    (tracker) =>
      kinds.includes(tracker.kind) && matchesName(tracker.name, String(name)) && !mayStore(tracker),
  );

const isHeldCookie = (name: unknown) => isHeld(name, 'http-cookie', 'js-cookie');

const isDeletion = (cookie: string) =>
  /;\s*max-age\s*=\s*(0|-)/i.test(cookie) ||
  Date.parse(/;\s*expires\s*=([^;]*)/i.exec(cookie)?.[1] ?? '') < Date.now();

/** Holds back `storage.name = value` too: only a proxy sees it (Web IDL §3.9: named properties come first). */
function patchWebStorage(name: 'localStorage' | 'sessionStorage', kind: TrackerKind): void {
  try {
    const native = window[name];
    const proxy = new Proxy(native, {
      get: (target, key) => {
        const value = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
      set: (target, key, value) => isHeld(key, kind) || Reflect.set(target, key, value),
      defineProperty: (target, key, descriptor) =>
        isHeld(key, kind) || Reflect.defineProperty(target, key, descriptor),
    });
    Object.defineProperty(window, name, { configurable: true, get: () => proxy });
    for (const method of ['setItem', 'getItem', 'removeItem', 'key', 'clear'] as const) {
      // A method taken from the prototype is called on the proxy, which is no storage to it.
      guardMethod(Storage.prototype, method, (args, self, proceed) => {
        if (self !== proxy && self !== native) return proceed();
        return method === 'setItem' && isHeld(args[0], kind) ? undefined : proceed(native);
      });
    }
  } catch {
    // A page in a sandbox has no storage.
  }
}

/** Holds back what scripts store under declared names: cookies, web storage, IndexedDB, Cache. */
export function patchStorage(): void {
  guardSetter(Document.prototype, 'cookie', (value) => {
    const text = String(value);
    if (isDeletion(text) || !isHeldCookie(text.split(/[=;]/)[0]?.trim())) writeCookie(text);
  });
  guardMethod(window.CookieStore?.prototype, 'set', async ([cookie], _, proceed) => {
    if (!isHeldCookie((cookie as CookieInit).name ?? cookie)) await proceed();
  });
  patchWebStorage('localStorage', 'local-storage');
  patchWebStorage('sessionStorage', 'session-storage');
  guardMethod(IDBFactory.prototype, 'open', ([name], _, proceed) => {
    if (isHeld(name, 'indexed-db')) throw refusal();
    return proceed();
  });
  guardMethod(window.CacheStorage?.prototype, 'open', async ([name], _, proceed) => {
    if (isHeld(name, 'cache')) throw refusal();
    return proceed();
  });
}
