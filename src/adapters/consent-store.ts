import type { AvowalApi } from '../model/avowal-api.ts';
import type { Choice } from '../model/choice.ts';
import { onRuntime } from './runtime.ts';

declare global {
  interface Window {
    /** The runtime, once its script has run. */
    readonly avowal?: AvowalApi;
  }
}

/** What counts for the visitor; never changes, each event makes a new one. */
export interface Consent {
  /** Whether the runtime has arrived; until then nothing counts as granted. */
  readonly ready: boolean;
  /** Whether every optional purpose has an answer. */
  readonly decided: boolean;
  readonly choice: Choice;
  /** Whether a service, or everything for a purpose, may run; both by id. */
  readonly isGranted: (id: string) => boolean;
}

/** What a server, hydration, and a page without the runtime go by: the HTML is the same for every visitor. */
export const NOTHING_GRANTED: Consent = {
  ready: false,
  decided: false,
  choice: { purposes: {}, services: {} },
  isGranted: () => false,
};

let current = NOTHING_GRANTED;
let isConnected = false;
const listeners = new Set<() => void>();

const read = (api: AvowalApi): Consent => ({
  ready: true,
  decided: api.decided,
  choice: api.choice,
  isGranted: (id) => api.isGranted(id),
});

function connect(): void {
  if (isConnected) return;
  isConnected = true;
  onRuntime((api) => {
    const update = () => {
      current = read(api);
      for (const listener of [...listeners]) listener();
    };
    api.on('ready', update);
    api.on('choice', update);
    update();
  });
}

/** What counts now. */
export function getConsent(): Consent {
  connect();
  return current;
}

/** Calls `listener` whenever {@link getConsent} gives something new, until the function that it returns is called. */
export function subscribe(listener: () => void): () => void {
  connect();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
