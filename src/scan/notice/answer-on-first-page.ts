import type { NoticeButtonFacts } from '../../model/notice-facts.ts';
import type { Tab } from '../page/open-tabs.ts';
import type { ScanSession } from '../page/start-session.ts';
import { operateNotice } from './operate-notice.ts';
import { readNoticeButtons } from './read-notice-buttons.ts';

/** What was clicked, and what else there was to click. */
export interface NoticeAnswered {
  readonly outcome: 'done';
  readonly clicked: string;
  readonly buttons: readonly NoticeButtonFacts[];
  /** Why a person should look at it. */
  readonly why?: string;
}

/** Nothing was answered. */
interface NoticeNotAnswered {
  readonly outcome: 'no-notice' | 'unsure' | 'failed';
  readonly why?: string;
}

/**
 * Finds the notice on the page that is open and answers it. Everything from before the click is forgotten.
 */
export async function answerOnFirstPage(
  session: ScanSession,
  tab: Tab,
  answer: 'accept' | 'reject',
  parts: { readonly signal: AbortSignal; onFound(): Promise<void> },
): Promise<NoticeAnswered | NoticeNotAnswered> {
  let buttons: readonly NoticeButtonFacts[] = [];
  const { verdict, clicked, hadEffect, why } = await operateNotice(session, tab, answer, {
    signal: parts.signal,
    async onFound(button) {
      await parts.onFound();
      if (answer === 'accept' && button)
        buttons = await readNoticeButtons(button, tab.documents()).catch(() => []);
      session.discard();
    },
  });
  const said = why === undefined ? {} : { why };
  if (hadEffect) return { outcome: 'done', clicked: clicked.join(', then '), buttons, ...said };
  return { outcome: verdict === 'no-notice' || verdict === 'failed' ? verdict : 'unsure', ...said };
}
