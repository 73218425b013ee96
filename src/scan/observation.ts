import type { AnsweredSignal, ConsentCommand, ConsentStatement } from '../model/consent-signal.ts';
import type { ActKind, CookieAttributes, Initiator, PageVisit, ScanProblem } from '../model/inventory.ts';
import type { TrackerKind } from '../model/tracker.ts';

/** One tracker as one page showed it, before names are folded and pages put together. */
export interface Observation {
  readonly kind: TrackerKind;
  readonly name: string;
  /** Host that holds or receives it; a cookie's domain without the leading dot. */
  readonly host: string;
  readonly lifetimeSeconds: number | null;
  readonly attributes?: CookieAttributes;
  readonly valueBytes: number;
  /** Keyed hash of the value; empty where there is none. The value itself is never kept. */
  readonly valueHash: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly initiators: readonly Initiator[];
}

/** One request as one page made it; a redirect is one more request. */
export interface RequestObservation {
  /** Without query and fragment, which may carry a visitor's data. */
  readonly url: string;
  /** Resource type in lower case: `script`, `image`, `font` … */
  readonly type: string;
  readonly initiators: readonly Initiator[];
}

/** One thing that a script did on one page, which stores nothing. */
export interface ActObservation {
  readonly kind: ActKind;
  readonly subject: string;
  /** Of the script. */
  readonly host: string;
  /** Query parameter of a link. */
  readonly parameter?: string;
  readonly carries?: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly initiators: readonly Initiator[];
}

/** A statement as one request carried it. */
export interface SentObservation extends ConsentStatement {
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly initiators: readonly Initiator[];
}

/** One thing that a page told others about the visitor's answer. */
export type SignalObservation =
  | { readonly sent: SentObservation }
  | { readonly command: ConsentCommand }
  | { readonly answered: AnsweredSignal };

/** Everything that the gatherers took from one page in one scenario: what the journal keeps. */
export interface PageRecord {
  readonly visit: PageVisit;
  /** The visitor came back to the first page with a new window: no page of its own in the inventory. */
  readonly isReturn?: true;
  /** Where redirects led. */
  readonly finalUrl: string;
  readonly observations: readonly Observation[];
  readonly requests: readonly RequestObservation[];
  readonly signals: readonly SignalObservation[];
  /** What was said right after the click, on the page of the notice. */
  readonly signalsAtAnswer?: readonly SignalObservation[];
  readonly acts: readonly ActObservation[];
  readonly problems: readonly ScanProblem[];
  /** Addresses that the page links to, in document order. */
  readonly links: readonly string[];
}
