import type { Choice } from '../model/choice.ts';
import type { ConsentAction, ConsentLayer } from '../model/consent-record.ts';
import type { RuntimeService } from '../model/runtime-config.ts';

/** What the core lets the UI chunk do. */
export interface CoreHandle {
  /** What counts now. */
  readonly current: () => Choice;
  readonly isDecided: () => boolean;
  readonly consentId: () => string | undefined;
  /** Global Privacy Control was on, and the regime made it an opt-out. */
  readonly gpcHonoured: () => boolean;
  /** Keeps a choice; returns whether something that ran may not run any more, so that a reload is due. */
  readonly choose: (choice: Choice, action: ConsentAction, layer: ConsentLayer) => boolean;
  /** Every optional purpose with one answer. */
  readonly everything: (answer: 'granted' | 'denied') => Choice;
  /** Lets one element through, this once. */
  readonly once: (placeholder: Element) => void;
}

/** What the UI chunk offers the core. */
export interface NoticeUi {
  readonly showNotice: () => void;
  readonly hideNotice: () => void;
  readonly openPreferences: (opener: Element | null) => void;
  /** Says something to the visitor for a moment, assistive technology included. */
  readonly announce: (what: 'saved' | 'gpcHonoured') => void;
  readonly fillPlaceholder: (placeholder: Element, service: RuntimeService) => void;
}

/** Key on `window.avowal` under which the UI chunk finds the core: `avowal[HANDOVER](start)`. */
export const HANDOVER = '_ui';
