import type { Tab } from '../page/open-tabs.ts';
import type { ScanSession } from '../page/start-session.ts';
import { hasChanged, readAnswerState } from './answer-state.ts';
import { askAutoconsent } from './ask-autoconsent.ts';
import type { NoticeOperation } from './operate-notice.ts';
import { readButton } from './read-button.ts';

const ACTION = { accept: 'optIn', reject: 'optOut' } as const;
const OPPOSITE = { accept: 'reject', reject: 'accept' } as const;

/**
 * Lets autoconsent answer where nothing of ours knows a button, and checks what it says it did; `undefined` where it did
 * nothing.
 */
export async function answerByAutoconsent(
  session: ScanSession,
  tab: Tab,
  action: 'accept' | 'reject',
  patience: number,
): Promise<NoticeOperation | undefined> {
  const before = await readAnswerState(session, tab);
  const answer = await askAutoconsent(tab.session, ACTION[action], patience).catch(() => undefined);
  if (!answer) return undefined;
  const isKept = hasChanged(before, await readAnswerState(session, tab));
  const clicked = answer.clicks.map((text) => `autoconsent, ${answer.tool}: ${text}`);
  const wrong = answer.clicks.find((text) => readButton(text).actions.includes(OPPOSITE[action]));
  if (wrong !== undefined) {
    const why = `autoconsent took "${wrong}" for "${action}".`;
    return { verdict: 'review', clicked, hadEffect: false, why };
  }
  if (isKept) return { verdict: 'done', clicked, hadEffect: true };
  const why =
    'autoconsent says that it answered the notice, and nothing that would keep the answer was stored.';
  return { verdict: 'review', clicked, hadEffect: false, why };
}
