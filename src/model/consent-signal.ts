import type { Initiator, Scenario } from './inventory.ts';

/** Standards and products whose consent signals are understood. */
export const SIGNAL_SYSTEMS = ['google', 'tcf', 'gpp', 'us-privacy', 'microsoft', 'meta'] as const;
/** One of {@link SIGNAL_SYSTEMS}. */
export type SignalSystem = (typeof SIGNAL_SYSTEMS)[number];

/** What a signal says of one kind of use; `unknown` = nothing was set, or the code means nothing that is documented. */
export const SIGNAL_STATES = ['granted', 'denied', 'unknown'] as const;
/** One of {@link SIGNAL_STATES}. */
export type SignalState = (typeof SIGNAL_STATES)[number];

/** A transparency and consent string as far as it is no visitor's: the string itself is never kept. */
export interface TcStringFacts {
  /** Keyed hash of its core, to compare one string with another; first 16 hex digits. */
  readonly hash: string;
  /** Why it could not be decoded; without it, everything below is there. */
  readonly problem?: string;
  readonly version?: number;
  readonly cmpId?: number;
  readonly policyVersion?: number;
  readonly vendorListVersion?: number;
  readonly isServiceSpecific?: boolean;
  /** ISO 8601. */
  readonly created?: string;
  /** ISO 8601. */
  readonly lastUpdated?: string;
  /** Numbers of the purposes that are consented to. */
  readonly purposes?: readonly number[];
  /** Numbers of the purposes that stand on legitimate interest. */
  readonly legitimateInterests?: readonly number[];
  /** How many vendors are consented to. */
  readonly vendors?: number;
  /** How many vendors were disclosed; `null` = it does not say. */
  readonly disclosedVendors?: number | null;
}

/** What one signal says of the visitor's answer. */
export interface ConsentStatement {
  readonly system: SignalSystem;
  /** Where it stood: names of parameters, such as `gcs`, or of an interface, such as `__tcfapi`. */
  readonly from: readonly string[];
  /** Kind of use, such as `ad_storage`, `purpose 1` or `sale` → what is said of it. */
  readonly says: Readonly<Record<string, SignalState>>;
  /** Documented codes as they stood: `G100`. They carry the signal and nothing else. */
  readonly codes?: Readonly<Record<string, string>>;
  /** Whether it says that the law behind it applies. */
  readonly applies?: boolean;
  readonly tc?: TcStringFacts;
  /** Why it could not be read. */
  readonly problem?: string;
}

/** A statement that requests carried to a host. */
export interface SentSignal extends ConsentStatement {
  readonly host: string;
  readonly count: number;
  /** Of the first request: ISO 8601. */
  readonly time: string;
  readonly initiators: readonly Initiator[];
}

/** A command that a script put into the queue of a tag, or the first sign that the tag itself was started. */
export interface ConsentCommand {
  readonly queue: 'dataLayer' | 'uetq';
  /** `tag` = a configuration or an event: the tag measures from here on. */
  readonly command: 'default' | 'update' | 'tag';
  readonly says: Readonly<Record<string, SignalState>>;
  /** Places that a default is limited to. */
  readonly regions?: readonly string[];
  /** Milliseconds that tags wait for an update. */
  readonly waitForUpdate?: number;
  /** ISO 8601. */
  readonly time: string;
  readonly initiators: readonly Initiator[];
}

/** What the page itself answered, at its end, to whoever asked for the consent. */
export interface AnsweredSignal extends ConsentStatement {
  /** What the interface says of itself: `stub`, `loaded` … */
  readonly status?: string;
}

/** When a page spoke: no answer given yet; after the click on the page of the notice; on a later page; another day. */
export const SIGNAL_MOMENTS = ['before', 'answer', 'after', 'return'] as const;
/** One of {@link SIGNAL_MOMENTS}. */
export type SignalMoment = (typeof SIGNAL_MOMENTS)[number];

/** What one page told others about the visitor's answer. */
export interface PageSignals {
  /** Without query and fragment. */
  readonly page: string;
  readonly scenario: Scenario;
  readonly moment: SignalMoment;
  readonly sent: readonly SentSignal[];
  /** In the order in which they were given. */
  readonly commands: readonly ConsentCommand[];
  readonly answered: readonly AnsweredSignal[];
}
