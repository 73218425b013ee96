import type { Tally } from './tally.ts';

/** How long and how often. */
export interface FaultOptions {
  /** Folder of its own for what a fault needs. */
  readonly folder: string;
  /** Seconds for which the database is stopped. */
  readonly outage: number;
  /** A small part of the repetitions, for every push. */
  readonly isShort: boolean;
}

/** One kind of misfortune. */
export interface Fault {
  /** What happens, in words. */
  readonly about: string;
  /** Why it cannot be tried on this machine. */
  readonly missing?: string | undefined;
  /** Lets it happen under load, then counts. */
  run(options: FaultOptions): Promise<Tally>;
}
