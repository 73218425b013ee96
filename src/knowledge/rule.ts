/** How much hangs on a rule. */
export type RuleSeverity = 'blocker' | 'high' | 'medium' | 'low';

/** Which part of Avowal makes a rule true; `later` = a part that is not built yet. */
export type RulePart = 'runtime' | 'server' | 'policy' | 'scan' | 'later';

/** One thing that a law, a standard or a vendor wants; tests that prove it carry its id in their names. */
export interface Rule {
  /** Stable, such as `LAW-L1-001`. */
  readonly id: string;
  readonly severity: RuleSeverity;
  /** The jurisdiction or standard that it belongs to. */
  readonly regime: string;
  readonly source: string;
  /** What must hold. */
  readonly statement: string;
  readonly part: RulePart;
  /** What is not done about it, how it is kept otherwise, or why no test shows it. */
  readonly note?: string;
}

/** Rules of one subject: one file each in `rules/`. */
export interface RuleFamily {
  /** Kebab-case, equal to its file name. */
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}
