import type { DemoMode } from '../demo-mode.ts';

/** A page of the company's site, before it is put into the frame that all share. */
export interface SitePage {
  readonly title: string;
  readonly description: string;
  readonly main: string;
  readonly lang?: 'en' | 'de';
  /** More of the head: scripts that this page alone needs. */
  readonly head?: string;
}

/** What a page may depend on. */
export interface PageContext {
  readonly mode: DemoMode;
  readonly path: string;
}

/** A page that is the same for everybody. */
export type StaticPage = (context: PageContext) => SitePage;
