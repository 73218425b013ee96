import { blockedService } from './blocked-service.ts';
import { guardConstructor, guardMethod } from './patch.ts';

/** Fails as an address does that cannot be reached, without a request: browsers fetch nothing by script from `about:`. */
const NOWHERE = 'about:';

/** Sends a call for a blocked service nowhere; `at` is the place of the address among the arguments. */
export const divert = (args: unknown[], at = 0): void => {
  const input = args[at];
  if (blockedService((input as Request | undefined)?.url ?? input)) args[at] = NOWHERE;
};

/** Holds back what scripts send: `fetch`, `XMLHttpRequest`, `sendBeacon`, `WebSocket`, `EventSource`, workers. */
export function patchNetwork(): void {
  guardMethod(window, 'fetch', (args, _, proceed) => {
    divert(args);
    return proceed();
  });
  guardMethod(XMLHttpRequest.prototype, 'open', (args, _, proceed) => {
    divert(args, 1);
    proceed();
  });
  guardMethod(Navigator.prototype, 'sendBeacon', ([url], _, proceed) => !blockedService(url) && proceed());
  for (const name of ['Worker', 'SharedWorker', 'WebSocket', 'EventSource']) {
    guardConstructor(name, (args, proceed) => {
      divert(args);
      return proceed();
    });
  }
}
