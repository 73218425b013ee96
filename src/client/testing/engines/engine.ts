import type { Key } from './webdriver-actions.ts';

/** A page in a browser, driven from outside as a person would. */
export interface EngineTab {
  goto(url: string): Promise<void>;
  /** Value of a JavaScript expression in the page, as JSON carries it; a promise is awaited. */
  evaluate<T>(expression: string): Promise<T>;
  /** Presses the mouse at the middle of the first visible element, also in open shadow roots. Throws when none shows. */
  click(selector: string): Promise<void>;
  press(key: Key): Promise<void>;
  /** Names of the cookies that the browser would send to the page, those that scripts cannot see too. */
  cookies(): Promise<string[]>;
  /** PNG of what is visible. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** A running browser. */
export interface Engine {
  readonly version: string;
  /** Opens an empty tab with a profile of its own. */
  open(): Promise<EngineTab>;
  close(): Promise<void>;
}
