import type { StoredChoice } from './choice.ts';
import type { ConsentAction } from './consent-record.ts';

/** What the server gives a page that leads to another domain of the site. */
export interface HandoverToken {
  readonly token?: string;
}

/** What the server answers a page that brings a token. */
export interface HandedOver {
  /** Absent where nothing changes, as after an answer that was given there later; then the rest is absent too. */
  readonly choice?: StoredChoice;
  readonly action: ConsentAction;
  /** For `document.cookie`. */
  readonly cookie: string;
  /** For the visitor, in the language of the answer: where it came from. */
  readonly message: string;
}
