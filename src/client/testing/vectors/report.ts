import type { Installation } from './vector-site.ts';

/** What happened of a vector: its request left, its script ran as well, or it stored something. */
export type Outcome = 'sent' | 'ran' | 'stored';

/** The vectors of which something happened. */
export type Outcomes = Readonly<Record<string, Outcome>>;

/** The states in which nothing optional may happen. */
export const PHASES = ['before', 'rejected', 'withdrawn'] as const;

/** One of them. */
export type Phase = (typeof PHASES)[number];

/** What a visitor's browser did with one installation of the runtime. */
export interface Observation {
  readonly phases: Readonly<Partial<Record<Phase, Outcomes>>>;
  /** What did not come back in the page in which the visitor said yes. */
  readonly missingInPage: readonly string[];
  /** What did not happen in the next page view after yes. */
  readonly missingInView: readonly string[];
  /** Vectors that do not turn out the same each time, with the worst that was seen in `phases`. */
  readonly races?: readonly string[];
}

/** What one engine does. */
export interface EngineReport {
  readonly version: string;
  /** Vectors of which nothing happens here even without the runtime. */
  readonly absent: readonly string[];
  readonly installations: Readonly<Record<Exclude<Installation, 'none'>, Observation>>;
}

const RANKS: readonly (Outcome | undefined)[] = [undefined, 'sent', 'stored', 'ran'];

/** Whether an outcome is no worse than another. */
export const isNoWorse = (outcome: Outcome | undefined, than: Outcome | undefined): boolean =>
  RANKS.indexOf(outcome) <= RANKS.indexOf(than);

/** The worst of some outcomes. */
export const worstOf = (outcomes: readonly (Outcome | undefined)[]): Outcome | undefined =>
  outcomes.reduce((worst, outcome) => (isNoWorse(outcome, worst) ? worst : outcome), undefined);
