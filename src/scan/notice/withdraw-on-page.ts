import type { Tab } from '../page/open-tabs.ts';
import { waitForQuiet } from '../page/quiet-detector.ts';
import type { ScanSession } from '../page/start-session.ts';
import { readStored, sameStored } from '../page/stored-state.ts';
import { clickButton, clickElement, findControl, type NoticeButton, type Wanted } from './answer-notice.ts';
import { BUTTON_TEXTS, KNOWN_NOTICES } from './known-notices.ts';
import { KNOWN_REOPENERS, REOPEN_TEXTS, WITHDRAW_TEXTS } from './known-reopeners.ts';

/** How long a control may take to appear, and a click to change what is stored; milliseconds. */
const WITHIN = 2000;

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

const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));

/** Asks again and again for `milliseconds`; `undefined` where nothing came. */
async function soon<T>(ask: () => Promise<T | undefined>, signal: AbortSignal): Promise<T | undefined> {
  const until = Date.now() + WITHIN;
  for (;;) {
    signal.throwIfAborted();
    const found = await ask();
    if (found !== undefined || Date.now() > until) return found;
    await pause(100);
  }
}

/**
 * Withdraws on the page that is open, where a consent was given before: opens the settings, and takes everything back
 * there. Resolves to what was clicked, in order, or to `undefined` where no control was found or nothing stored changed.
 */
export async function withdrawOnPage(
  session: ScanSession,
  tab: Tab,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const before = await readStored(session, tab);
  const isChanged = async () => (sameStored(before, await readStored(session, tab)) ? undefined : true);
  /** Clicks like a person, and where nothing comes of it by the element itself: something else may cover it. */
  const pressUntil = async <T>(
    button: NoticeButton,
    effect: () => Promise<T | undefined>,
  ): Promise<T | undefined> => {
    await clickButton(button, button.session === tab.session).catch(() => {});
    const found = await soon(effect, signal);
    if (found !== undefined) return found;
    await clickElement(button.session, button.objectId).catch(() => {});
    return soon(effect, signal);
  };
  const settled = async (clicked: readonly string[]) => {
    session.quiet.stir();
    await waitForQuiet(session.quiet, signal);
    return clicked;
  };

  const direct = await findControl(tab.documents(), AT_ONCE);
  if (direct && (await pressUntil(direct, isChanged))) return settled([direct.how]);
  const opener = await soon(() => findControl(tab.documents(), OPEN), signal);
  if (!opener) return undefined;
  const button = await pressUntil(opener, () => findControl(tab.documents(), IN_SETTINGS));
  if (!button || !(await pressUntil(button, isChanged))) return undefined;
  return settled([opener.how, button.how]);
}
