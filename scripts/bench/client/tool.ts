/** Who runs the third-party code of the bench page, one for each optional purpose. */
export const SERVICES = ['media', 'stats', 'ads'] as const;
export type ServiceId = (typeof SERVICES)[number];

/** The purposes that every tool asks for, where it knows purposes; the first needs no consent. */
export const PURPOSES = {
  necessary: { name: 'Necessary', description: 'Keeps you signed in and remembers what you chose here.' },
  media: { name: 'Preferences', description: 'Remembers your settings and shows videos of other sites.' },
  stats: { name: 'Statistics', description: 'Counts visits, so that we learn what is read.' },
  ads: { name: 'Marketing', description: 'Shows advertising that fits your interests.' },
} as const;

/** What the notice says where a tool has no text of its own. */
export const NOTICE_TEXT =
  'We and our partners store data on your device to show videos, count visits and show advertising. You can change your mind at any time.';

/** Something in a page that must wait for consent. */
export type Tracker =
  | {
      readonly kind: 'script' | 'iframe' | 'image' | 'stylesheet';
      readonly service: ServiceId;
      readonly src: string;
    }
  | { readonly kind: 'inline'; readonly service: ServiceId; readonly code: string };

/** A file that a tool serves from the site's own host. */
export interface ToolFile {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Default: cached for a year, as a file with a hash in its name is. */
  readonly cacheControl?: string;
}

/** Where a tool's HTML stands in a page. */
export interface ToolParts {
  /** First in `<head>`. */
  readonly head?: string;
  readonly bodyStart?: string;
  readonly bodyEnd?: string;
}

/** CSS selectors; ` >>> ` enters an open shadow tree. */
export interface ToolSelectors {
  readonly notice: string;
  readonly accept: string;
  readonly reject?: string;
  readonly settings?: string;
}

/** A consent tool as its own documentation sets it up on the bench page. */
export interface Tool {
  readonly id: string;
  /** With its version. */
  readonly name: string;
  /** How it is set up, in a sentence. */
  readonly setup: string;
  readonly selectors?: ToolSelectors;
  readonly files: Readonly<Record<string, ToolFile>>;
  /** HTML of the tool in a page with these trackers. */
  parts(trackers: readonly Tracker[]): ToolParts;
  /** The documented markup of a tracker that waits; `''` where the tool loads it itself, `undefined` where it has none. */
  mark?(tracker: Tracker): string | undefined;
  /** What the site's server does to each page. */
  rewrite?(html: string): string;
}
