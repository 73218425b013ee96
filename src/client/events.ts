/** What a page can listen to. */
export type AvowalEvent = 'ready' | 'choice' | 'withdraw';

type Listener = (choice: unknown) => void;
const listeners: Partial<Record<AvowalEvent, Set<Listener>>> = {};

/** Calls `listener` on each event; returns what ends that. */
export function on(event: AvowalEvent, listener: Listener): () => void {
  listeners[event] ??= new Set();
  const heard = listeners[event].add(listener);
  return () => void heard.delete(listener);
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
