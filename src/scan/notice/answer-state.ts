import type { Tab } from '../page/open-tabs.ts';
import type { ScanSession } from '../page/start-session.ts';
import { readStored, type StoredEntry, sameStored } from '../page/stored-state.ts';
import { readSignals } from './read-signals.ts';

/** What can keep an answer, or tell others of it, at a moment. */
export interface AnswerState {
  readonly stored: readonly StoredEntry[];
  readonly signals: string;
}

/** Reads it from the page that is open. */
export const readAnswerState = async (session: ScanSession, tab: Tab): Promise<AnswerState> => ({
  stored: await readStored(session, tab),
  signals: await readSignals(tab.session),
});

/** Whether anything that can keep an answer changed between them. */
export const hasChanged = (before: AnswerState, after: AnswerState): boolean =>
  !sameStored(before.stored, after.stored) || before.signals !== after.signals;
