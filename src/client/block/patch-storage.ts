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

/** Holds back what scripts store under declared names: cookies, web storage, IndexedDB, Cache. */
export function patchStorage(): void {
  guardSetter(Document.prototype, 'cookie', (value) => {
    const text = String(value);
    if (isDeletion(text) || !isHeldCookie(text.split(/[=;]/)[0]?.trim())) writeCookie(text);
  });
  guardMethod(window.CookieStore?.prototype, 'set', async ([cookie], _, proceed) => {
    if (!isHeldCookie((cookie as CookieInit).name ?? cookie)) await proceed();
  });
  guardMethod(Storage.prototype, 'setItem', ([key], self, proceed) => {
    if (!isHeld(key, self === window.sessionStorage ? 'session-storage' : 'local-storage')) proceed();
  });
  guardMethod(IDBFactory.prototype, 'open', ([name], _, proceed) => {
    if (isHeld(name, 'indexed-db')) throw refusal();
    return proceed();
  });
  guardMethod(window.CacheStorage?.prototype, 'open', async ([name], _, proceed) => {
    if (isHeld(name, 'cache')) throw refusal();
    return proceed();
  });
}
