import type { Choice } from './choice.ts';

/** What the visitor (or a signal) did. */
export const CONSENT_ACTIONS = ['accept', 'reject', 'save', 'withdraw', 'gpc'] as const;
/** One of {@link CONSENT_ACTIONS}. */
export type ConsentAction = (typeof CONSENT_ACTIONS)[number];

/**
 * Where it was done (PRF-011); `changes` is the notice that asks again only what has changed since the last answer, and with
 * `handover` a choice came along from another domain of the site: no page may say so, the server alone does.
 */
export const CONSENT_LAYERS = [
  'notice',
  'changes',
  'preferences',
  'placeholder',
  'policy',
  'api',
  'signal',
  'handover',
] as const;
/** One of {@link CONSENT_LAYERS}. */
export type ConsentLayer = (typeof CONSENT_LAYERS)[number];

/** What the visitor was asked and answered. */
export interface ConsentSubmission extends Choice {
  /** UUID made by the browser: sending it twice stores one record. */
  readonly id: string;
  readonly site: string;
  readonly consentId: string;
  readonly action: ConsentAction;
  readonly layer: ConsentLayer;
  /** Regime under which the question was put. */
  readonly regime: string;
  readonly locale: string;
  /** SHA-256 (hex) of the configuration that the runtime was built with. */
  readonly configHash: string;
  /** Whether the browser sent Global Privacy Control. */
  readonly gpc: boolean;
  /** ISO 8601; kept beside the server's own time and never trusted. */
  readonly clientTime: string;
  /** Id of the record that this one supersedes. */
  readonly supersedes: string | null;
}

/** A submission as the browser sends it. */
export interface SentSubmission extends ConsentSubmission {
  /** Token that the script was issued with; absent where no server issued it. */
  readonly snapshot?: string | undefined;
}

/** One consent event as it is kept: append-only, no IP address, no user agent, no URL (PRF-005). */
export interface ConsentRecord extends ConsentSubmission {
  /** Server time of receipt, ISO 8601 (PRF-008). */
  readonly receivedAt: string;
  /** When the choice is asked again, ISO 8601. */
  readonly validUntil: string;
  /** Why this regime applied, such as `site default`. */
  readonly regimeReason: string;
  /** Day (UTC) on which the server issued the script that asked, `2026-11-24`. */
  readonly issuedOn: string;
  /** SHA-256 (hex) of the exact texts shown, kept as an artefact. */
  readonly noticeHash: string;
  /** SHA-256 (hex) of the browser bundle, kept as an artefact. */
  readonly bundleHash: string;
  /** Where a choice came along from another domain of the site: the record of the answer itself, and both domains. */
  readonly handover?: { readonly record: string; readonly from: string; readonly to: string };
}
