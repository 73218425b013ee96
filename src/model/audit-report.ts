import type { Initiator, ScenarioResult } from './inventory.ts';

/** What an audit says: `review` = a person must look, `inapplicable` = the rule asks nothing of this site here. */
export type Verdict = 'fail' | 'review' | 'pass' | 'inapplicable';

/** How much hangs on it: an error breaks the promise to the visitor, a warning is a weakness. */
export type AuditSeverity = 'error' | 'warning';

/** Something that a person can look at again: where, in which scenario, when, because of what. */
export interface AuditEvidence {
  /** What was seen there. */
  readonly text: string;
  /** URL without query and fragment. */
  readonly page?: string;
  readonly scenario?: ScenarioResult['scenario'];
  /** ISO 8601. */
  readonly time?: string;
  /** Nearest cause first. */
  readonly initiators?: readonly Initiator[];
  /** File name of a picture beside the inventory. */
  readonly screenshot?: string;
}

/** One verdict about one thing. */
export interface AuditFinding {
  /** Id of the audit. */
  readonly audit: string;
  readonly verdict: Verdict;
  readonly severity: AuditSeverity;
  /** Ids of the rules that it rests on. */
  readonly rules: readonly string[];
  /** Regimes in which these rules hold; empty = in all. */
  readonly regimes: readonly string[];
  /** What it is about, the same from scan to scan: `http-cookie _ga example.org`. */
  readonly subject: string;
  readonly message: string;
  readonly evidence: readonly AuditEvidence[];
  /** What to do about it; empty where nothing is to do. */
  readonly todo: string;
  /** True where the baseline already has it. */
  readonly isKnown?: boolean;
}

/** What the audits say of one scan: the content of `audit.json`. */
export interface AuditReport {
  readonly schema: 'avowal/audit@1';
  readonly site: string;
  /** Id of the regime by which it was judged. */
  readonly regime: string;
  /** When the scan ended, ISO 8601. */
  readonly scannedAt: string;
  readonly browser: string;
  /** False where the scan was stopped before its end. */
  readonly complete: boolean;
  /** Different pages that the scan visited. */
  readonly pages: number;
  readonly scenarios: readonly ScenarioResult[];
  /** The gravest first. */
  readonly findings: readonly AuditFinding[];
}

/** What a finding counts as where a build may fail: a person must look at a `review`, so it is a warning. */
export function levelOf({ verdict, severity }: AuditFinding): AuditSeverity | null {
  if (verdict === 'fail') return severity;
  return verdict === 'review' ? 'warning' : null;
}

/** The same for the same trouble in every scan of a site. */
export const findingKey = ({ audit, verdict, subject }: AuditFinding): string =>
  `${audit} ${verdict} ${subject}`;
