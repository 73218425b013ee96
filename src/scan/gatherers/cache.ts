import type { Gatherer, HookReport } from '../gatherer.ts';
import { observeWrite } from '../page/observe-write.ts';

/** Caches by name. Runs inside the page, as text. */
function hook(report: (data: HookReport['data']) => void): void {
  const { open } = CacheStorage.prototype;
  CacheStorage.prototype.open = function (this: CacheStorage, name: string): Promise<Cache> {
    report({ name: String(name) });
    return open.call(this, name);
  };
}

/** Cache storage that pages, frames and workers open. */
const cache: Gatherer = {
  id: 'cache',
  hook,
  start: (run) => ({
    reported: ({ origin, stack, data }) =>
      observeWrite(run, { kind: 'cache', name: String(data.name), origin, stack }),
  }),
};

export default cache;
