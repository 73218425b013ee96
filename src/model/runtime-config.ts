import type { RegimeMode } from './regime.ts';
import type { TrackerKind } from './tracker.ts';

/** What the core in the browser knows of a purpose. */
export interface RuntimePurpose {
  readonly id: string;
  /** Exempt from consent: always granted. */
  readonly required: boolean;
  /**
   * The id, a dot and four characters that change when the purpose's text, services or trackers change materially, never
   * with looks (LAW-STO-010, LAW-STO-011): an answer counts for the revision that it was given to.
   */
  readonly revision: string;
}

/** What the core in the browser knows of a service. */
export interface RuntimeService {
  readonly id: string;
  readonly name: string;
  /** Every purpose that must be granted before it may run: its own, and those of its trackers. */
  readonly purposes: readonly string[];
  /** Host rules; see host-rule.ts. */
  readonly hosts: readonly string[];
  /** It shows something in the page: put a placeholder in its place. */
  readonly embed: boolean;
  /** Three characters that stand for the id, and four that change with what a visitor has to know of it (LAW-STO-010). */
  readonly revision: string;
}

/** An optional first-party tracker: held back, and deleted on withdrawal. */
export interface RuntimeTracker {
  /** Name or pattern; see name-pattern.ts. */
  readonly name: string;
  readonly kind: TrackerKind;
  readonly purpose: string;
  readonly service: string | null;
}

/** Settings of signals: vendor → what it needs to know besides the visitor's answers. */
export interface SignalOptions {
  /** Fields of the `default` command, and names of the switches that are set. */
  readonly google?: { readonly default: Readonly<Record<string, unknown>>; readonly set: readonly string[] };
  /** ISO 3166-1. */
  readonly amazon?: { readonly country: string };
}

/**
 * The facts that the server compiles into `/c/<site>.js`. The core reads them from the constant `AVOWAL_CONFIG`,
 * which stands in the same block: `{const AVOWAL_CONFIG={…};<core bundle>}`.
 */
export interface RuntimeConfig {
  readonly site: string;
  /** Domains that the consent covers; the choice cookie is set on the one that the page is on. */
  readonly domains: readonly string[];
  /** Base URL of the server, such as `https://consent.example` or `/_avowal`; no slash at the end. */
  readonly server: string;
  readonly configHash: string;
  /** What the server signed this script with; every answer brings it back. */
  readonly snapshot?: string;
  /** `false` where no server takes answers: the site is static files alone. */
  readonly records?: false;
  readonly purposes: readonly RuntimePurpose[];
  readonly services: readonly RuntimeService[];
  readonly trackers: readonly RuntimeTracker[];
  readonly regime: { readonly id: string; readonly mode: RegimeMode; readonly gpc: 'deny' | 'keep' };
  /** Calendar months after which the visitor is asked again, the same for yes and no (LAW-STO-001). */
  readonly validityMonths: number;
  /** Lower-case language of a page → locale of the notice; the first is the fallback. */
  readonly locales: Readonly<Record<string, string>>;
  /** Vendor → its name for a kind of consent → purpose ids; what is absent gets no signal. */
  readonly signals?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** What signals need to know besides the answers. */
  readonly signalOptions?: SignalOptions;
  /** Revision of the UI chunk's content: part of its URL, so that it can be cached for ever. */
  readonly uiRevision: string;
  /**
   * Locale → label of the tab that opens the preferences again (`''` where the site has a control of its own), and what is
   * asked where they cannot be loaded.
   */
  readonly reopen: Readonly<Record<string, readonly string[]>>;
}
