import type { ButtonFacts } from './collect-buttons.ts';
import { CONSENT_WORDS } from './consent-words.ts';
import { KNOWN_CONTROLS } from './known-controls.ts';
import type { NoticeAction } from './notice-action.ts';
import { readButton } from './read-button.ts';

/** A button chosen, and by what it is known. */
export interface PickedButton {
  readonly index: number;
  /** Such as `avowal: [data-avowal-action=reject]` or `text: reject all`. */
  readonly how: string;
}

const consent = new RegExp(CONSENT_WORDS, 'i');

/** Place in the list of known tools; the list's length where the button is not known for this. */
function rankOf({ known }: ButtonFacts, action: NoticeAction): number {
  const places = known
    .filter((control) => control.action === action)
    .map(({ selector }) =>
      KNOWN_CONTROLS.findIndex((control) => control.action === action && control.selector === selector),
    );
  return Math.min(KNOWN_CONTROLS.length, ...places);
}

/** What reopens a notice stands outside of it, often as a link in the footer; it must say what it is about. */
function says(
  { text, isInNotice, leadsAway }: ButtonFacts,
  action: NoticeAction,
  onlyWritten: boolean,
): boolean {
  if (leadsAway) return false;
  const { actions, isLearnt } = readButton(text);
  if (isLearnt && onlyWritten) return false;
  if (action === 'open') {
    return actions.includes('open') || (actions.includes('settings') && consent.test(text));
  }
  return actions.includes(action) && (isInNotice || (action === 'withdraw' && consent.test(text)));
}

/**
 * Chooses the button that does `action`: one that is known by its place in a consent tool, else one whose words are written
 * down, else one whose words leave no doubt. `undefined` rather than a guess.
 */
export function pickButton(facts: readonly ButtonFacts[], action: NoticeAction): PickedButton | undefined {
  const ranks = facts.map((fact) => rankOf(fact, action));
  const best = Math.min(KNOWN_CONTROLS.length, ...ranks);
  const control = KNOWN_CONTROLS[best];
  if (control) return { index: ranks.indexOf(best), how: `${control.tool}: ${control.selector}` };
  for (const onlyWritten of [true, false]) {
    const index = facts.findIndex((fact) => says(fact, action, onlyWritten));
    if (index >= 0) return { index, how: `text: ${facts[index]?.text.toLowerCase()}` };
  }
  return undefined;
}
