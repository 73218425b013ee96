import type { Gatherer, GatherRun, HookReport, HookSend, ScanTarget } from '../gatherer.ts';
import { observeWrite } from '../page/observe-write.ts';

/**
 * `setItem`, also on an area that a script has kept since; and `localStorage.key = …`: that calls nothing but the getter
 * of the area, so that a key which is new after a script asked for the area is laid to that script. Runs inside the page,
 * as text.
 */
function hook(report: HookSend): void {
  const microtask = queueMicrotask;
  const areas: { readonly area: 'local' | 'session'; readonly get: () => Storage }[] = [];
  for (const [area, property] of [
    ['local', 'localStorage'],
    ['session', 'sessionStorage'],
  ] as const) {
    const native = Object.getOwnPropertyDescriptor(self, property);
    const get = native?.get;
    if (!get) continue;
    areas.push({ area, get: () => get.call(self) });
    let keys: Set<string> | undefined;
    let asked: { readonly storage: Storage; readonly at: Error } | undefined;
    const compare = () => {
      if (!asked) return;
      const { storage, at } = asked;
      asked = undefined;
      if (storage.length === keys?.size) return;
      const now = Object.keys(storage);
      for (const key of now) if (!keys?.has(key)) report({ area, key: key.slice(0, 4096) }, at);
      keys = new Set(now);
    };
    Object.defineProperty(self, property, {
      ...native,
      get() {
        compare();
        const storage: Storage = get.call(self);
        if (storage.length !== keys?.size) keys = new Set(Object.keys(storage));
        asked = { storage, at: new Error() };
        microtask(compare);
        return storage;
      },
    });
  }
  if (areas.length === 0) return;
  const told = new Set<string>();
  Storage.prototype.setItem = new Proxy(Storage.prototype.setItem, {
    apply(native, storage: Storage, args: [string, string]) {
      Reflect.apply(native, storage, args);
      const key = String(args[0]).slice(0, 4096);
      const area = areas.find(({ get }) => get() === storage)?.area;
      if (!area || told.has(`${area} ${key}`)) return;
      told.add(`${area} ${key}`);
      report({ area, key });
    },
  });
}

interface AreaEvent {
  readonly storageId: { readonly securityOrigin?: string; readonly isLocalStorage: boolean };
  readonly key: string;
  readonly newValue: string;
}

function start(run: GatherRun) {
  const stacks = new Map<string, string>();
  const writes = new Map<string, { area: string; origin: string; key: string; value: string }>();

  // The browser tells of every write, by name (`localStorage.x = 1`) too; only the hook knows the stack.
  const written = ({ storageId, key, newValue }: AreaEvent) => {
    const origin = storageId.securityOrigin ?? '';
    const area = storageId.isLocalStorage ? 'local' : 'session';
    run.stir(`${area} ${origin} ${key}`);
    writes.set(`${area}\0${origin}\0${key.slice(0, 4096)}`, { area, origin, key, value: newValue });
  };

  return {
    attach({ type, session }: ScanTarget) {
      if (type !== 'page' && type !== 'iframe') return;
      session.on('DOMStorage.domStorageItemAdded', written);
      session.on('DOMStorage.domStorageItemUpdated', written);
      session.send('DOMStorage.enable').catch(() => {});
    },
    reported({ origin, stack, data }: HookReport) {
      const id = `${data.area}\0${origin}\0${data.key}`;
      if (!stacks.has(id)) stacks.set(id, stack);
    },
    pageEnd() {
      for (const [id, { area, origin, key, value }] of writes) {
        const kind = area === 'local' ? 'local-storage' : 'session-storage';
        observeWrite(run, { kind, name: key, origin, value, stack: stacks.get(id) ?? '' });
      }
      writes.clear();
      stacks.clear();
    },
  };
}

/** Keys of local and session storage, of every frame. */
const webStorage: Gatherer = { id: 'web-storage', hook, start };

export default webStorage;
