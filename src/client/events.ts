/** What a page can listen to. */
export type AvowalEvent = 'ready' | 'choice' | 'withdraw';

type Listener = (choice: unknown) => void;
const listeners: Partial<Record<AvowalEvent, Listener[]>> = {};

/** Calls `listener` on each event. */
export function on(event: AvowalEvent, listener: Listener): void {
  listeners[event] = [...(listeners[event] ?? []), listener];
}

/** Tells everybody; a listener that throws does not keep the others from hearing. */
export function emit(event: AvowalEvent, choice: unknown): void {
  for (const listener of listeners[event] ?? []) {
    try {
      listener(choice);
    } catch (error) {
      console.error(error);
    }
  }
}
