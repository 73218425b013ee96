import type { PageSignals } from './consent-signal.ts';
import type {
  NoticeAccess,
  NoticeButtonFacts,
  NoticeClosing,
  NoticeCost,
  NoticeReading,
  NoticeSwitch,
  PolicyPage,
  WrittenByAnswer,
} from './notice-facts.ts';
import type { StandardPurpose } from './purpose.ts';
import type { Party, TrackerKind } from './tracker.ts';

/**
 * What the visitor did in one pass of the scanner over the site, each in a fresh browser profile: nothing; refused;
 * accepted; opened the settings and saved them as they were; accepted and then withdrew; sent Global Privacy Control and
 * nothing else; refused on a telephone; looked at the notice and closed it without an answer; switched on one purpose alone
 * and saved.
 */
export const SCENARIOS = [
  'none',
  'reject',
  'accept',
  'save',
  'withdraw',
  'gpc',
  'phone',
  'close',
  'only-functional',
  'only-analytics',
  'only-marketing',
] as const;
/** One of {@link SCENARIOS}. */
export type Scenario = (typeof SCENARIOS)[number];

/** What a scan does unless it is told otherwise. */
export const DEFAULT_SCENARIOS: readonly Scenario[] = ['none', 'reject', 'accept'];

/** The same where the scan is to be judged. */
export const AUDIT_SCENARIOS: readonly Scenario[] = [...DEFAULT_SCENARIOS, 'close'];

/** A place in code that caused something: the nearest frame of a stack, or the document that held the element. */
export interface Initiator {
  readonly url: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  readonly functionName?: string;
}

/** One observation of a tracker. */
export interface Evidence {
  /** URL of the page, without query and fragment. */
  readonly page: string;
  readonly scenario: Scenario;
  /** ISO 8601. */
  readonly time: string;
  /** Nearest cause first: scripts, frames, redirects. */
  readonly initiators: readonly Initiator[];
}

/** Cookie attributes as the browser took them, not as the header asked. */
export interface CookieAttributes {
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'Strict' | 'Lax' | 'None' | null;
  readonly partitioned: boolean;
}

/** How a tracker came to its service and purpose. */
export interface Classification {
  /** `tracker` = its name is known, `host` = its host is known, `none` = nothing explains it. */
  readonly source: 'tracker' | 'host' | 'none';
  /** 0 to 1. */
  readonly confidence: number;
  /** A person must look: never silently "unclassified". */
  readonly needsReview: boolean;
}

/** One cookie, storage key, pixel or read that the scan saw, folded over pages and scenarios. Values are never kept. */
export interface ObservedTracker {
  /** Pattern where it varies by visit: `_pk_id.*`. */
  readonly name: string;
  readonly kind: TrackerKind;
  /** Host that holds or receives it; a cookie's domain without the leading dot. */
  readonly host: string;
  readonly party: Party;
  /** Seconds from writing to expiry, as the browser keeps it; `null` for a session or where there is no expiry. */
  readonly lifetimeSeconds: number | null;
  readonly attributes?: CookieAttributes;
  readonly purpose: StandardPurpose | null;
  /** Id of the service in the inventory's `services`. */
  readonly service: string | null;
  readonly classification: Classification;
  readonly seen: Readonly<Partial<Record<Scenario, boolean>>>;
  /** Longest value seen, in bytes. */
  readonly valueBytes: number;
  /** HMAC-SHA-256 of each distinct value under a key of this scan alone, first 16 hex digits, at most 5. */
  readonly valueHashes: readonly string[];
  /** Names as they were seen where `name` is a pattern, at most 5. */
  readonly examples?: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** All requests of one kind to one host. */
export interface RequestSummary {
  readonly host: string;
  readonly party: Party;
  /** Resource types, sorted: `script`, `image`, `font` … */
  readonly types: readonly string[];
  readonly count: number;
  /** One full URL without its query. */
  readonly example: string;
  readonly service: string | null;
  readonly seen: Readonly<Partial<Record<Scenario, boolean>>>;
  /** First cause seen. */
  readonly initiators: readonly Initiator[];
}

/**
 * What scripts do that stores nothing: put an identifier into a link to another site; listen to a field for a secret or an
 * address; listen to all that is typed on a page which has such a field; read what stands in one.
 */
export const ACT_KINDS = ['decorates-link', 'listens-to-field', 'listens-to-keys', 'reads-field'] as const;
/** One of {@link ACT_KINDS}. */
export type ActKind = (typeof ACT_KINDS)[number];

/** One thing that a script did, folded over pages and scenarios. */
export interface ScriptAct {
  readonly kind: ActKind;
  /** With what: `gclid in a link to shop.example`, `password field`. */
  readonly subject: string;
  /** Of the script. */
  readonly host: string;
  readonly party: Party;
  /** Id of the script's service in the inventory's `services`. */
  readonly service: string | null;
  /** Id in knowledge of the service whose identifier a link carries, by the parameter's name. */
  readonly identifies?: string;
  /** Of that service, else of the script's. */
  readonly purpose: StandardPurpose | null;
  /** Name of the cookie whose value a link carries, where it is one. */
  readonly carries?: string;
  readonly seen: Readonly<Partial<Record<Scenario, boolean>>>;
  readonly evidence: readonly Evidence[];
}

/** A host of the site's own name that the name system (CNAME) leads elsewhere. */
export interface HostAlias {
  readonly host: string;
  /** The names that it leads to, one after the other. */
  readonly targets: readonly string[];
  /** Id of the service in knowledge that one of them belongs to. */
  readonly service: string | null;
}

/** A service that the scan found at work. */
export interface InventoryService {
  /** Id in knowledge, or `host:HOST` where knowledge has none. */
  readonly id: string;
  readonly name: string;
  readonly provider: string | null;
  readonly purpose: StandardPurpose | null;
  readonly hosts: readonly string[];
  /** False where only its host name is known. */
  readonly known: boolean;
}

/** One page visited in one scenario. */
export interface PageVisit {
  readonly url: string;
  readonly scenario: Scenario;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly title: string;
  /** Milliseconds from navigation to quiet. */
  readonly milliseconds: number;
  /** File name beside the inventory, where a picture was taken. */
  readonly screenshot?: string;
  /** Whether it links to one of the pages on cookies or privacy after a refusal; left out where the scan did not look. */
  readonly linksToPolicy?: boolean;
  /** A notice floated over it although the visitor had refused. */
  readonly asksAgain?: true;
}

/** Something that did not work during a scan, so that a reader knows what was not seen. */
export interface ScanProblem {
  readonly code: string;
  readonly page: string;
  readonly scenario: Scenario;
  readonly message: string;
}

/** A visitor who came back when the answer was some days old. */
export interface LaterVisit {
  readonly daysAfter: number;
  /** Whether the notice came again. */
  readonly asksAgain: boolean;
}

/**
 * How a scenario went: `no-notice` means that the page has nothing that looks like a notice; `unsure` that it has, and
 * that nothing in it was clicked, or to no effect;
 * `no-control` that consent was given and no way to withdraw it was found, or that no settings were.
 */
export interface ScenarioResult {
  readonly scenario: Scenario;
  readonly outcome: 'done' | 'no-notice' | 'unsure' | 'no-control' | 'interrupted' | 'failed';
  /** What was clicked, such as `avowal: [data-avowal-action=reject]`. */
  readonly clicked?: string;
  /** Switches of the settings, in document order. */
  readonly switches?: readonly NoticeSwitch[];
  /** What a person should look at: why nothing was clicked, or what is strange about what the click did. */
  readonly why?: string;
  /** What was clicked to withdraw, in order: the first opens the settings. */
  readonly withdrew?: readonly string[];
  /** What the answer wrote, sorted by name: the stored answer, and after a yes what came with it. */
  readonly wrote?: readonly WrittenByAnswer[];
  readonly notice?: NoticeReading;
  readonly access?: NoticeAccess;
  readonly cost?: NoticeCost;
  /** How long the page's handlers of the click that answered ran; 0 where it was less than the browser keeps (104 ms). */
  readonly clickMilliseconds?: number;
  /** Pages on cookies and on privacy: at most one of each. */
  readonly policies?: readonly PolicyPage[];
  /** Ways to close the notice that were tried, each on a page where it was open. */
  readonly closings?: readonly NoticeClosing[];
  /** What the first page says of Global Privacy Control, for all to see: with the signal, and without it. */
  readonly gpcTexts?: readonly string[];
  /** What links and buttons of the first page say that are named as ways to opt out of sale and sharing. */
  readonly optOutControls?: readonly string[];
  /** Whether the site says at its well-known address that it honours Global Privacy Control. */
  readonly declaresGpc?: boolean;
  /** Share of the window, 0 to 1, that something covered when the visitor came back and was not asked again. */
  readonly covered?: number;
  /** Whether the notice came again when the visitor came back with a new window. */
  readonly asksAgain?: boolean;
  /** Further returns, each in a new window on a later day, in order; the last one is the first on which the notice came again. */
  readonly laterVisits?: readonly LaterVisit[];
  /** Visible buttons of the first layer before the click, in document order. */
  readonly buttons?: readonly NoticeButtonFacts[];
}

/** What a scan found: the content of `inventory.json`. */
export interface Inventory {
  readonly schema: 'avowal/inventory@1';
  /** Origin of the first page. */
  readonly site: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** False after an interruption: `--resume` goes on. */
  readonly complete: boolean;
  /** Name and version. */
  readonly browser: string;
  readonly scenarios: readonly ScenarioResult[];
  readonly pages: readonly PageVisit[];
  readonly trackers: readonly ObservedTracker[];
  readonly requests: readonly RequestSummary[];
  /** Left out by versions that did not look. */
  readonly acts?: readonly ScriptAct[];
  /** Left out by versions that did not ask the name system. */
  readonly aliases?: readonly HostAlias[];
  readonly services: readonly InventoryService[];
  /** What each page told others about the visitor's answer; left out by scans that did not look. */
  readonly signals?: readonly PageSignals[];
  readonly problems: readonly ScanProblem[];
}
