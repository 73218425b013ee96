import { matchesName } from '../../../model/name-pattern.ts';
import { isCookie } from '../../../model/tracker.ts';
import type { CoreHandle } from '../../ui-handover.ts';

/** Deletes a cookie under every domain and path, plain and partitioned, under which this page could have got it. */
function deleteCookie(name: string, writeCookie: CoreHandle['writeCookie']): void {
  const labels = location.hostname.split('.');
  const parts = location.pathname.split('/');
  const domains = labels.map((_, index) => `; Domain=${labels.slice(index).join('.')}`);
  for (const domain of ['', ...domains]) {
    let path = '';
    for (const part of parts) {
      path += part;
      for (const end of [path, `${path}/`]) {
        // A browser takes a change of a __Secure- or __Host- cookie only with Secure (RFC 6265bis §4.1.3).
        for (const partition of ['', '; Secure', '; Secure; Partitioned']) {
          writeCookie(`${name}=; Max-Age=0; Path=${end}${domain}${partition}`);
        }
      }
      path += '/';
    }
  }
}

/** Deletes the site's own trackers of everything that is denied, as far as a script can reach them (WDR-004). */
export async function deleteDenied({ config, mayStore, writeCookie }: CoreHandle): Promise<void> {
  for (const tracker of config.trackers) {
    if (mayStore(tracker)) continue;
    const { kind } = tracker;
    const fits = (name: string | undefined): name is string =>
      name !== undefined && matchesName(tracker.name, name);
    try {
      if (isCookie(kind)) {
        const names = document.cookie.split(/; */).map((pair) => pair.split('=')[0]);
        for (const name of names.filter(fits)) deleteCookie(name, writeCookie);
      } else if (kind.endsWith('storage')) {
        const storage = kind === 'local-storage' ? localStorage : sessionStorage;
        for (const key of Object.keys(storage).filter(fits)) storage.removeItem(key);
      } else if (kind === 'indexed-db') {
        for (const { name } of await indexedDB.databases()) if (fits(name)) indexedDB.deleteDatabase(name);
      } else if (kind === 'cache') {
        for (const name of await caches.keys()) if (fits(name)) await caches.delete(name);
      } else if (kind === 'service-worker') {
        for (const worker of await navigator.serviceWorker.getRegistrations()) {
          const { scriptURL } = worker.active ??
            worker.waiting ??
            worker.installing ?? { scriptURL: worker.scope };
          if ([scriptURL, new URL(scriptURL).pathname].some(fits)) await worker.unregister();
        }
      }
    } catch {
      // A storage that cannot be reached holds nothing of this page.
    }
  }
}
