import { guardMethod } from '../block/patch.ts';
import { divert } from '../block/patch-network.ts';

const scope = window as { Worklet?: typeof Worklet; ServiceWorkerContainer?: typeof ServiceWorkerContainer };

/** Holds back what few pages use: `fetchLater`, worklets, and service workers of a held address. */
export function guardMoreRequests(): void {
  const guards: [object | undefined, string][] = [
    [window, 'fetchLater'],
    [scope.Worklet?.prototype, 'addModule'],
    [scope.ServiceWorkerContainer?.prototype, 'register'],
  ];
  for (const [owner, name] of guards) {
    guardMethod(owner, name, (args, _, proceed) => {
      divert(args);
      return proceed();
    });
  }
}
