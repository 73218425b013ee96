import type { AvowalEvent, AvowalListener } from '../model/avowal-api.ts';
import { currentChoice } from './consent.ts';

const target = new EventTarget();

/** Calls `listener` with what counts on each event; returns what ends that. A listener that throws harms no other. */
export function on(event: AvowalEvent, listener: AvowalListener): () => void {
  const hear = (heard: Event) => listener((heard as CustomEvent).detail);
  target.addEventListener(event, hear);
  return () => target.removeEventListener(event, hear);
}

/** Tells everybody what counts now. */
export const emit = (event: AvowalEvent): boolean =>
  target.dispatchEvent(new CustomEvent(event, { detail: currentChoice() }));
