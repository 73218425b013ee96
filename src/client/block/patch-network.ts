import { blockedService } from './blocked-service.ts';
import { guardConstructor, guardMethod, refusal } from './patch.ts';

/** Holds back what scripts send: `fetch`, `XMLHttpRequest`, `sendBeacon`, `WebSocket`, `EventSource`, workers. */
export function patchNetwork(): void {
  guardMethod(window, 'fetch', ([input], _, proceed) =>
    blockedService((input as Request)?.url ?? input) ? Promise.reject(refusal()) : proceed(),
  );
  guardMethod(Navigator.prototype, 'sendBeacon', ([url], _, proceed) => !blockedService(url) && proceed());

  const blocked = new WeakSet<object>();
  guardMethod(XMLHttpRequest.prototype, 'open', ([, url], self, proceed) => {
    blocked[blockedService(url) ? 'add' : 'delete'](self);
    proceed();
  });
  guardMethod(XMLHttpRequest.prototype, 'send', (_, self, proceed) => {
    // As a request fails that never reached its host: asynchronously, with an event.
    if (blocked.has(self))
      setTimeout(() => (self as XMLHttpRequest).dispatchEvent(new ProgressEvent('error')));
    else proceed();
  });

  for (const name of ['WebSocket', 'EventSource', 'Worker', 'SharedWorker']) {
    guardConstructor(name, ([url], proceed) => {
      if (blockedService(url)) throw refusal();
      return proceed();
    });
  }
}
