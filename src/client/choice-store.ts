import type { StoredChoice } from '../model/choice.ts';
import { type Question, readChoice } from '../model/choice-cookie.ts';

/** Reads the choice that this browser keeps; a page in a sandbox may not, and counts as undecided. */
export function loadChoice(question: Question): StoredChoice | undefined {
  try {
    return readChoice(document.cookie, question, Date.now());
  } catch {
    return undefined;
  }
}
