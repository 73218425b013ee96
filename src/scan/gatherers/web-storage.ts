import type { Gatherer, GatherRun, HookReport, ScanTarget } from '../gatherer.ts';
import { observeWrite } from '../page/observe-write.ts';

/** `setItem` with its stack. Runs inside the page, as text. */
function hook(report: (data: HookReport['data']) => void): void {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (this: Storage, key: string, value: string): void {
    setItem.call(this, key, value);
    report({ area: this === self.localStorage ? 'local' : 'session', key: String(key).slice(0, 4096) });
  };
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
    run.stir();
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
