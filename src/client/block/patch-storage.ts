import { matchesName } from '../../model/name-pattern.ts';
import { isCookie, type TrackerKind } from '../../model/tracker.ts';
import { config } from '../config.ts';
import { mayStore } from '../consent.ts';
import { writeCookie } from '../natives.ts';
import { guardMethod, guardSetter } from './patch.ts';

const isHeld = (name: unknown, isKind: (kind: TrackerKind) => boolean) =>
  config.trackers.some(
    (tracker) => isKind(tracker.kind) && matchesName(tracker.name, String(name)) && !mayStore(tracker),
  );

const isDeletion = (cookie: string) =>
  /;\s*max-age\s*=\s*(0|-)/i.test(cookie) ||
  Date.parse(/;\s*expires\s*=([^;]*)/i.exec(cookie)?.[1] ?? '') < Date.now();

/** Holds back what scripts store under declared names: cookies, web storage, IndexedDB, Cache. */
export function patchStorage(): void {
  guardSetter(Document.prototype, 'cookie', (value) => {
    const text = String(value);
    if (isDeletion(text) || !isHeld(text.split(/[=;]/)[0]?.trim(), isCookie)) writeCookie(text);
  });
  guardMethod(window.CookieStore?.prototype, 'set', async ([cookie], _, proceed) => {
    if (!isHeld((cookie as CookieInit).name ?? cookie, isCookie)) await proceed();
  });
  guardMethod(Storage.prototype, 'setItem', ([key], self, proceed) => {
    const own = self === window.sessionStorage ? 'session-storage' : 'local-storage';
    if (!isHeld(key, (kind) => kind === own)) proceed();
  });
  guardMethod(IDBFactory.prototype, 'open', ([name], _, proceed) => {
    if (isHeld(name, (kind) => kind === 'indexed-db')) throw new TypeError('Waiting for consent');
    return proceed();
  });
  guardMethod(window.CacheStorage?.prototype, 'open', async ([name], _, proceed) => {
    if (isHeld(name, (kind) => kind === 'cache')) throw new TypeError('Waiting for consent');
    return proceed();
  });
}
