import type { NoticeSwitch } from '../../model/inventory.ts';
import type { Tab } from '../page/open-tabs.ts';
import { waitForQuiet } from '../page/quiet-detector.ts';
import type { ScanSession } from '../page/start-session.ts';
import { readStored, sameStored } from '../page/stored-state.ts';
import { findControl, type NoticeButton, type Wanted } from './answer-notice.ts';
import { KNOWN_SETTINGS, SAVE_TEXTS, SETTINGS_TEXTS } from './known-settings.ts';
import { pressUntil } from './press-until.ts';
import { readSwitches } from './read-switches.ts';
import { waitFor } from './wait-for.ts';

const OPEN: Wanted = {
  known: KNOWN_SETTINGS.map(({ tool, open }) => ({ tool, selector: open })),
  texts: SETTINGS_TEXTS,
};

const SAVE: Wanted = {
  known: KNOWN_SETTINGS.map(({ tool, save }) => ({ tool, selector: save })),
  texts: SAVE_TEXTS,
};

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
 * button was not found or saving stored nothing.
 */
export async function saveUntouched(
  session: ScanSession,
  tab: Tab,
  { signal, onOpen }: { readonly signal: AbortSignal; onOpen(): Promise<void> },
): Promise<SavedUntouched | undefined> {
  const opener = await waitFor(() => findControl(tab.documents(), OPEN), signal);
  if (!opener) return undefined;
  const parts = { tab, signal };
  const save = await pressUntil(opener, () => findControl(tab.documents(), SAVE), parts);
  if (!save) return undefined;
  await onOpen();
  const switches = await switchesBeside(save).catch(() => []);
  const before = await readStored(session, tab);
  const isChanged = async () => (sameStored(before, await readStored(session, tab)) ? undefined : true);
  if (!(await pressUntil(save, isChanged, parts))) return undefined;
  session.quiet.stir();
  await waitForQuiet(session.quiet, signal);
  return { clicked: [opener.how, save.how], switches };
}
