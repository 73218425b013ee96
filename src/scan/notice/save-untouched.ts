import type { NoticeSwitch } from '../../model/inventory.ts';
import type { Tab } from '../page/open-tabs.ts';
import type { ScanSession } from '../page/start-session.ts';
import type { NoticeButton } from './look-for-buttons.ts';
import { operateNotice } from './operate-notice.ts';
import { readSwitches } from './read-switches.ts';

async function switchesBeside({ session, objectId }: NoticeButton): Promise<readonly NoticeSwitch[]> {
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function(){return (${readSwitches.toString()})(this)}`,
    returnByValue: true,
  });
  return (result.value as readonly NoticeSwitch[] | undefined) ?? [];
}

/** What was clicked, in order, and how the switches stood. */
export interface SavedUntouched {
  readonly clicked: readonly string[];
  readonly switches: readonly NoticeSwitch[];
}

/**
 * Opens the settings from the notice, reads the switches and saves them as they are; resolves to `undefined` where a
 * button was not found or saving changed nothing.
 */
export async function saveUntouched(
  session: ScanSession,
  tab: Tab,
  { signal, onOpen }: { readonly signal: AbortSignal; onOpen(): Promise<void> },
): Promise<SavedUntouched | undefined> {
  let switches: readonly NoticeSwitch[] = [];
  const { clicked, hadEffect } = await operateNotice(session, tab, 'save', {
    signal,
    async onAnswer(button) {
      await onOpen();
      switches = await switchesBeside(button).catch(() => []);
    },
  });
  return hadEffect ? { clicked, switches } : undefined;
}
