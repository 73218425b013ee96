import { locales } from '../../knowledge/locales/index.ts';
import model from './button-model.json' with { type: 'json' };
import { normalizeButtonText } from './button-text.ts';
import { BUTTON_TEXTS } from './known-button-texts.ts';
import { meaningOf } from './meaning-of.ts';
import type { NoticeAction } from './notice-action.ts';

const ACTIONS = ['accept', 'reject', 'settings', 'save', 'withdraw', 'open'] as const;

const WRITTEN: Readonly<Record<NoticeAction, readonly string[]>> = {
  ...BUTTON_TEXTS,
  // Inside of a notice the words that open it again lead to its settings.
  settings: [...BUTTON_TEXTS.settings, ...BUTTON_TEXTS.open],
};

const known = new Map<string, Set<NoticeAction>>();
for (const action of ACTIONS) {
  const own = locales.map(({ notice }) => notice[action]);
  for (const text of [...WRITTEN[action], ...own]) {
    const normal = normalizeButtonText(text);
    known.set(normal, (known.get(normal) ?? new Set()).add(action));
  }
}

/** What a button's text means, and whether somebody wrote it down or the model concludes it; nothing where it is not sure. */
export function readButton(text: string): {
  readonly actions: readonly NoticeAction[];
  readonly isLearnt: boolean;
} {
  const written = known.get(normalizeButtonText(text));
  if (written) return { actions: [...written], isLearnt: false };
  const meaning = meaningOf(text, model);
  const action = ACTIONS.find((name) => name === (meaning === 'acknowledge' ? 'accept' : meaning));
  return { actions: action ? [action] : [], isLearnt: true };
}
