import type { AvowalApi } from '../model/avowal-api.ts';
import { NOTHING_GRANTED } from './consent-store.ts';
import { findRuntime, onRuntime } from './runtime.ts';

const arrived = () =>
  typeof document === 'undefined'
    ? Promise.reject(new Error('On a server there is no visitor to ask. Call this in the browser.'))
    : new Promise<AvowalApi>(onRuntime);

/**
 * The runtime, importable anywhere: the same as `window.avowal` where that has arrived. Before, and on a server, nothing is
 * granted; what is asked of it in the browser is done once it arrives.
 */
export const avowal: AvowalApi = {
  get choice() {
    return findRuntime()?.choice ?? NOTHING_GRANTED.choice;
  },
  get decided() {
    return findRuntime()?.decided ?? false;
  },
  isGranted: (id) => findRuntime()?.isGranted(id) ?? false,
  on(event, listener) {
    let isWanted = true;
    let stop: (() => void) | undefined;
    onRuntime((api) => {
      if (isWanted) stop = api.on(event, listener);
    });
    return () => {
      isWanted = false;
      stop?.();
    };
  },
  open: async () => (await arrived()).open(),
  acceptAll: async () => (await arrived()).acceptAll(),
  rejectAll: async () => (await arrived()).rejectAll(),
  set: async (choice) => (await arrived()).set(choice),
  withdraw: async () => (await arrived()).withdraw(),
  receipt: async () => (await arrived()).receipt(),
  debug: async () => (await arrived()).debug(),
};
