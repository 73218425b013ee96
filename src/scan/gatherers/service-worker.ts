import { withoutQuery } from '../computed/initiator-chain.ts';
import type { Gatherer, HookReport } from '../gatherer.ts';
import { observeWrite } from '../page/observe-write.ts';

/** Registrations by script. Runs inside the page, as text. */
function hook(report: (data: HookReport['data']) => void): void {
  const { register } = ServiceWorkerContainer.prototype;
  ServiceWorkerContainer.prototype.register = function (
    this: ServiceWorkerContainer,
    ...args: Parameters<typeof register>
  ): Promise<ServiceWorkerRegistration> {
    report({ url: new URL(String(args[0]), document.baseURI).pathname });
    return Reflect.apply(register, this, args);
  };
}

/** Service workers that pages register, by the path of their script. */
const serviceWorker: Gatherer = {
  id: 'service-worker',
  hook,
  start: (run) => ({
    reported: ({ origin, stack, data }) =>
      observeWrite(run, { kind: 'service-worker', name: withoutQuery(String(data.url)), origin, stack }),
  }),
};

export default serviceWorker;
