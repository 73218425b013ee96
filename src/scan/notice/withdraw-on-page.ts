import type { Tab } from '../page/open-tabs.ts';
import { waitForQuiet } from '../page/quiet-detector.ts';
import type { ScanSession } from '../page/start-session.ts';
import { readStored, sameStored } from '../page/stored-state.ts';
import { findControl, type Wanted } from './answer-notice.ts';
import { BUTTON_TEXTS, KNOWN_NOTICES } from './known-notices.ts';
import { KNOWN_REOPENERS, REOPEN_TEXTS, WITHDRAW_TEXTS } from './known-reopeners.ts';
import { pressUntil } from './press-until.ts';
import { waitFor } from './wait-for.ts';

const OPEN: Wanted = {
  known: KNOWN_REOPENERS.map(({ tool, open }) => ({ tool, selector: open })),
  texts: REOPEN_TEXTS,
  isAnywhere: true,
};

const AT_ONCE: Wanted = { known: [], texts: WITHDRAW_TEXTS, isAnywhere: true };

/** Where the settings are open: a button that withdraws, else one that refuses. */
const IN_SETTINGS: Wanted = {
  known: [
    ...KNOWN_REOPENERS.map(({ tool, withdraw }) => ({ tool, selector: withdraw })),
    ...KNOWN_NOTICES.map(({ tool, reject }) => ({ tool, selector: reject })),
  ],
  texts: [...WITHDRAW_TEXTS, ...BUTTON_TEXTS.reject],
};

/**
 * Withdraws on the page that is open, where a consent was given before: opens the settings, and takes everything back
 * there. Resolves to what was clicked, in order, or to `undefined` where no control was found or nothing stored changed.
 */
export async function withdrawOnPage(
  session: ScanSession,
  tab: Tab,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const parts = { tab, signal };
  const before = await readStored(session, tab);
  const isChanged = async () => (sameStored(before, await readStored(session, tab)) ? undefined : true);
  const settled = async (clicked: readonly string[]) => {
    session.quiet.stir();
    await waitForQuiet(session.quiet, signal);
    return clicked;
  };

  const direct = await findControl(tab.documents(), AT_ONCE);
  if (direct && (await pressUntil(direct, isChanged, parts))) return settled([direct.how]);
  const opener = await waitFor(() => findControl(tab.documents(), OPEN), signal);
  if (!opener) return undefined;
  const button = await pressUntil(opener, () => findControl(tab.documents(), IN_SETTINGS), parts);
  if (!button || !(await pressUntil(button, isChanged, parts))) return undefined;
  return settled([opener.how, button.how]);
}
