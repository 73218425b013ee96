import type { AvowalEvent, AvowalListener } from '../model/avowal-api.ts';
import type { Choice } from '../model/choice.ts';

const listeners: Partial<Record<AvowalEvent, Set<AvowalListener>>> = {};

/** Calls `listener` on each event; returns what ends that. */
export function on(event: AvowalEvent, listener: AvowalListener): () => void {
  listeners[event] ??= new Set();
  const heard = listeners[event].add(listener);
  return () => void heard.delete(listener);
}

/** Tells everybody; a listener that throws does not keep the others from hearing. */
export function emit(event: AvowalEvent, choice: Choice): void {
  for (const listener of listeners[event] ?? []) {
    try {
      listener(choice);
    } catch (error) {
      console.error(error);
    }
  }
}
