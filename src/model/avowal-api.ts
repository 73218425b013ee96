import type { Choice } from './choice.ts';

/** What a page can hear: `ready` once the page has been parsed, `choice` at each answer, `withdraw` at each withdrawal. */
export type AvowalEvent = 'ready' | 'choice' | 'withdraw';

/** Hears what counts from now on. */
export type AvowalListener = (choice: Choice) => void;

/** `window.avowal`: what a site's own scripts may ask and do. */
export interface AvowalApi {
  /** What counts now, every purpose included. */
  readonly choice: Choice;
  /** Whether every optional purpose has an answer. */
  readonly decided: boolean;
  /** Whether a service, or everything for a purpose, may run now; both by id, as in `data-avowal`. */
  isGranted(id: string): boolean;
  /** Calls `listener` at each event until the function that it returns is called. */
  on(event: AvowalEvent, listener: AvowalListener): () => void;
  /** Opens the preferences. */
  open(): Promise<void>;
  acceptAll(): Promise<void>;
  rejectAll(): Promise<void>;
  set(choice: Choice): Promise<void>;
  withdraw(): Promise<void>;
  /**
   * The address with what hands the choice over to another domain of the site, for forms and `window.open`; links take it
   * along by themselves. Only where the site has several registrable domains; any other address stays as it is.
   */
  handOver?(url: string): Promise<string>;
  /** The visitor's receipt for the last answer, `null` before the first. */
  receipt(): Promise<unknown>;
  /** Shows in the page what fired, when, and why it was allowed; changes nothing about what is held back. */
  debug(): Promise<void>;
}
