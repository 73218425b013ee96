import { isHeld } from '../consent.ts';
import { writeCookie } from '../natives.ts';
import { guardMethod, guardSetter, refusal } from './patch.ts';

/**
 * Holds back `storage.name = value` too: only a proxy sees it (Web IDL §3.9: named properties come first), and an assignment
 * defines the property in the end (ECMA-262 §10.1.9.2).
 */
function patchWebStorage(name: 'localStorage' | 'sessionStorage', kind: string): void {
  try {
    const native = window[name];
    const proxy = new Proxy(native, {
      // Its methods work on no proxy.
      get: (target, key) => target[key as 'length'],
      defineProperty: (target, key, property) =>
        isHeld(key, kind) || Reflect.defineProperty(target, key, property),
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

/**
 * Holds back what scripts store under declared names: cookies, web storage, IndexedDB, Cache. What scripts delete
 * under them is deleted by the answer itself.
 */
export function patchStorage(): void {
  guardSetter(Document.prototype, 'cookie', (value) => {
    const text = String(value);
    if (!isHeld(text.split(/[=;]/)[0]?.trim(), 'cookie')) writeCookie(text);
  });
  guardMethod(window.CookieStore?.prototype, 'set', async ([cookie], _, proceed) => {
    if (!isHeld((cookie as CookieInit).name ?? cookie, 'cookie')) await proceed();
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
