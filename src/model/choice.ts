/** What a visitor says to one purpose or one service. */
export type Answer = 'granted' | 'denied';

/** A visitor's whole answer: purpose id → answer, and the services that differ from their purpose. */
export interface Choice {
  readonly purposes: Readonly<Record<string, Answer>>;
  readonly services: Readonly<Record<string, Answer>>;
}

/** A choice as the `avowal` cookie keeps it. */
export interface StoredChoice extends Choice {
  /** Pseudonymous random id of the visitor's consent: all records of one visitor carry it. */
  readonly consentId: string;
  /** Id of the last consent record, which the next one supersedes. */
  readonly recordId: string;
  /** Milliseconds since 1970 when the choice was made. */
  readonly time: number;
  /** Milliseconds since 1970 until which it counts: the same for yes and no, in calendar months (LAW-STO-001, LAW-STO-002). */
  readonly until: number;
  /** Made while Global Privacy Control was on: a yes without this does not stand against the signal (US-GPC-001). */
  readonly gpc?: boolean;
}
