import type { ConfigPurpose } from '../model/config.ts';
import type { Scenario } from '../model/inventory.ts';
import type { ResolveCname } from './find-aliases.ts';

/** What a caller hears while a scan runs. */
export type ScanEvent =
  | { readonly type: 'browser'; readonly name: string }
  | { readonly type: 'scenario'; readonly scenario: Scenario }
  | {
      readonly type: 'page';
      readonly scenario: Scenario;
      readonly url: string;
      /** 1-based. */
      readonly number: number;
      /** Pages known so far, at most the limit. */
      readonly of: number;
      /** Different ones so far in this scenario. */
      readonly trackers: number;
      readonly milliseconds: number;
    }
  | { readonly type: 'notice'; readonly scenario: Scenario; readonly clicked: string | null }
  | {
      readonly type: 'problem';
      readonly scenario: Scenario;
      readonly page: string;
      readonly message: string;
    };

/** So that processors have work while pages wait for silence; two more make a scan a twentieth faster, and take a fourth more memory. */
export const DEFAULT_TABS = 4;

/** How a site is scanned. */
export interface ScanOptions {
  /** First pages: the first one says what the site is. */
  readonly urls: readonly string[];
  /** Folder for journal, inventory and screenshots; made where it does not exist. */
  readonly outDir: string;
  /** Default 50, for each scenario. */
  readonly maxPages?: number;
  /** Default: no choice, refusal, acceptance. */
  readonly scenarios?: readonly Scenario[];
  /** The site's purposes, where its configuration is known: its switches may be named by them. */
  readonly purposes?: readonly ConfigPurpose[];
  /** `HOST=ADDRESS:PORT`; `*` for every host. */
  readonly resolve?: readonly string[];
  /** Default: this machine's name servers, for hosts that `resolve` says nothing of. */
  readonly resolveCname?: ResolveCname;
  /** Accept certificates that nobody signed. */
  readonly insecure?: boolean;
  /** Let the scan reach private and loopback addresses. */
  readonly allowPrivate?: boolean;
  /** File with cookies and local storage of a signed-in visitor, as Playwright writes it. */
  readonly storageState?: string;
  /** Browser to use, as `findBrowser` takes it. */
  readonly browser?: string;
  /** Go on with the interrupted scan in `outDir`. */
  readonly resume?: boolean;
  /** Scenarios at the same time, each in a browser of its own; default 2. */
  readonly concurrency?: number;
  /** Pages of one scenario at the same time, as tabs of one visitor; default {@link DEFAULT_TABS}. */
  readonly tabs?: number;
  /** Milliseconds between the openings of two pages, over all scenarios; default: what robots.txt asks for, two seconds at most. */
  readonly delayMilliseconds?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: ScanEvent) => void;
  /** Milliseconds without anything new until a page counts as quiet, once it has no timer left that is worth waiting for; default 150. */
  readonly quietMilliseconds?: number;
  /** Milliseconds that a page may take at most; default 10,000. */
  readonly capMilliseconds?: number;
}

/** How any site is scanned: what does not depend on which one it is, and where the scan goes. */
export type ScanSettings = Omit<ScanOptions, 'urls' | 'outDir' | 'resume' | 'signal' | 'onProgress'>;
