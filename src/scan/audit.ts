import type { AuditEvidence, AuditSeverity, Verdict } from '../model/audit-report.ts';
import type { Config } from '../model/config.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Regime, RegimeMode } from '../model/regime.ts';

/** What an audit judges by: saved data alone. */
export interface AuditInput {
  readonly inventory: Inventory;
  /** What the site says of itself; left out where nobody handed it in. */
  readonly config?: Config;
  readonly regime: Regime;
}

/** What an audit says about one thing; what is the same in all its findings stands in {@link Audit}. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly subject: string;
  readonly message: string;
  readonly evidence: readonly AuditEvidence[];
  readonly todo?: string;
  /** Only where it differs from the audit's. */
  readonly severity?: AuditSeverity;
  /** Only where not all of the audit's rules are at stake. */
  readonly rules?: readonly string[];
}

/** One question to a scan: one file each in `audits/`. */
export interface Audit {
  /** Equal to its file name. */
  readonly id: string;
  /** What holds where it passes, as one sentence. */
  readonly title: string;
  /** How it is judged, and what it cannot see. */
  readonly description: string;
  readonly rules: readonly string[];
  /** Kinds of regime in which it asks anything. */
  readonly modes: readonly RegimeMode[];
  readonly severity: AuditSeverity;
  /** Pure: the same input gives the same judgements. At least one. */
  judge(input: AuditInput): readonly Judgement[];
}

/** Every kind of regime. */
export const ALL_MODES: readonly RegimeMode[] = ['opt-in', 'opt-out', 'notice-only'];
