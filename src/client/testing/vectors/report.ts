import type { Installation } from './installations.ts';
import type { Vector } from './vector.ts';

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
}

/** A way of installing the runtime. */
export type Installed = Exclude<Installation, 'none'>;

/** What one engine does. */
export interface EngineReport {
  readonly version: string;
  /** Vectors of which nothing happens here even without the runtime. */
  readonly absent: readonly string[];
  /** Vectors that do not turn out the same each time; `installations` has the worst that was seen of them. */
  readonly races?: readonly string[];
  readonly installations: Readonly<Record<Installed, Observation>>;
}

/**
 * Whether rewriting has a part in a vector: it stands in the HTML, where the browser may read ahead before any script runs, or in
 * a file of the site.
 */
export const isReadAhead = ({ head, body, marked, file }: Vector): boolean =>
  (Boolean(head ?? body) && !marked) || file === true;

const RANKS: readonly (Outcome | undefined)[] = [undefined, 'sent', 'stored', 'ran'];

/** Whether an outcome is no worse than another. */
export const isNoWorse = (outcome: Outcome | undefined, than: Outcome | undefined): boolean =>
  RANKS.indexOf(outcome) <= RANKS.indexOf(than);

/** The worst that was seen of a vector with some installations, in some of the states in which nothing should happen. */
export const worstOf = (
  { installations }: EngineReport,
  id: string,
  installed: readonly Installed[],
  phases: readonly Phase[] = PHASES,
): Outcome | undefined =>
  installed
    .flatMap((name) => phases.map((phase) => installations[name].phases[phase]?.[id]))
    .reduce((worst, outcome) => (isNoWorse(outcome, worst) ? worst : outcome), undefined);
