import type { Gatherer, HookReport } from '../gatherer.ts';
import { observeWrite } from '../page/observe-write.ts';

/** Databases by name. Runs inside the page, as text. */
function hook(report: (data: HookReport['data']) => void): void {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (this: IDBFactory, ...args: [string, number?]): IDBOpenDBRequest {
    report({ name: String(args[0]) });
    return Reflect.apply(open, this, args);
  };
}

/** IndexedDB databases that pages, frames and workers open. */
const indexedDb: Gatherer = {
  id: 'indexed-db',
  hook,
  start: (run) => ({
    reported: ({ origin, stack, data }) =>
      observeWrite(run, { kind: 'indexed-db', name: String(data.name), origin, stack }),
  }),
};

export default indexedDb;
