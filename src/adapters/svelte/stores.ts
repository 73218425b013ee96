import { type Consent, getConsent, subscribe } from '../consent-store.ts';
import { type Gate, isOpen } from '../gate.ts';

/** A store as Svelte's `$name` reads it. */
export interface Readable<T> {
  readonly subscribe: (run: (value: T) => void) => () => void;
}

/** What counts for the visitor now; nothing is granted on a server. */
export const consent: Readable<Consent> = {
  subscribe(run) {
    const update = () => run(getConsent());
    update();
    return subscribe(update);
  },
};

/** Whether a purpose or a service is granted now, for `{#if $name}`. */
export const granted = (gate: Gate): Readable<boolean> => ({
  subscribe: (run) => consent.subscribe((now) => run(isOpen(gate, now))),
});
