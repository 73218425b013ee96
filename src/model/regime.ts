/** How a jurisdiction wants optional purposes treated before the visitor has answered. */
export type RegimeMode = 'opt-in' | 'opt-out' | 'notice-only';

/** A jurisdiction's rule set: one file each in `knowledge/regimes`. */
export interface Regime {
  /** Kebab-case, equal to its file name: `eu`, `uk`, `us-ca` … */
  readonly id: string;
  readonly name: string;
  readonly mode: RegimeMode;
  /** What Global Privacy Control does: `deny` records an opt-out of every optional purpose, `keep` leaves the defaults. */
  readonly gpc: 'deny' | 'keep';
  /** Calendar months after which a choice is asked again, at most. */
  readonly validityMonths: number;
  /** Ids and sources of the rules that this file follows. */
  readonly sources: readonly string[];
}
