import type { Choice, StoredChoice } from '../model/choice.ts';
import type { ConsentAction } from '../model/consent-record.ts';
import type { RuntimeConfig, RuntimeService, RuntimeTracker } from '../model/runtime-config.ts';
import type { DebugEntry } from './debug/debug-handover.ts';

/** What the core lets the chunks do that it loads. */
export interface CoreHandle {
  readonly config: RuntimeConfig;
  /** What counts now. */
  readonly current: () => Choice;
  /** What this browser keeps, as far as it still counts. */
  readonly stored: () => StoredChoice | undefined;
  readonly isDecided: () => boolean;
  readonly isAllowed: (service: RuntimeService) => boolean;
  readonly mayStore: (tracker: RuntimeTracker) => boolean;
  /** Global Privacy Control was on, and the regime made it an opt-out. */
  readonly honoursGpc: boolean;
  /** Lets a choice count: starts what waited for it, tells the signals and the page. */
  readonly apply: (stored: StoredChoice, action: ConsentAction) => void;
  /** Gives one element back what it loads, this once. */
  readonly letThrough: (element: Element) => void;
  /** Writes a cookie past the blocker. */
  readonly writeCookie: (cookie: string) => void;
  /** `fetch`, past the blocker. */
  readonly send: typeof fetch;
  /** Called by the UI chunk when it runs. */
  readonly uiArrived: (ui: NoticeUi) => void;
  /** What happened so far, for the order monitor. */
  readonly log: readonly DebugEntry[];
}

/** What a visitor may want: an answer, or the preferences. */
export type UiAction = ConsentAction | 'open' | 'settings';

/** What the UI chunk offers the core. */
export interface NoticeUi {
  readonly showNotice: () => void;
  /**
   * Does what `window.avowal` is asked for, or what a button with `data-avowal-action` stands for, wherever in the page it is.
   * Without a choice, the same answer for every optional purpose.
   */
  readonly act: (action: UiAction, opener?: Element | null, choice?: Choice) => void;
  /** Puts a placeholder where an embed waits. */
  readonly standInFor: (element: Element, service: RuntimeService) => void;
  /** Says something for a while, to screen readers too. */
  readonly announce: (text: string) => void;
  /** Deletes what is denied and there all the same, and sends what an earlier page could not. */
  readonly tidyUp: () => void;
  /** What the server has on record of this browser's choice; `null` without one. */
  readonly receipt: () => Promise<unknown>;
}

/** Key on `window.avowal` under which the chunks find the {@link CoreHandle}. */
export const HANDOVER = '_core';

/** Begin of the local storage keys of submissions that the server has not confirmed; each is gone once it has. */
export const PENDING_KEY = 'avowal-pending';
