import type { NoticeButtonFacts } from '../../model/inventory.ts';
import type { Tab } from '../page/open-tabs.ts';
import { waitForQuiet } from '../page/quiet-detector.ts';
import { readJar } from '../page/read-jar.ts';
import type { ScanSession } from '../page/start-session.ts';
import {
  clickButton,
  clickElement,
  findNoticeButton,
  isStillThere,
  type NoticeAnswer,
  type NoticeButton,
  readNoticeButtons,
} from './answer-notice.ts';

/** A notice may come a little after the page is quiet, in milliseconds. */
const APPEARS_WITHIN = 2000;
const EFFECT_WITHIN = 1500;

const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));

async function findSoon(
  tab: Tab,
  answer: NoticeAnswer,
  signal: AbortSignal,
): Promise<NoticeButton | undefined> {
  const until = Date.now() + APPEARS_WITHIN;
  for (;;) {
    signal.throwIfAborted();
    const button = await findNoticeButton(tab.documents(), answer);
    if (button || Date.now() > until) return button;
    await pause(200);
  }
}

/** What would change if the answer were kept: cookies and local storage. */
async function storedState(session: ScanSession, tab: Tab): Promise<string> {
  const jar = await readJar(session.browser.browser, session.hash);
  const local = await tab.session
    .send('Runtime.evaluate', { expression: 'JSON.stringify({...localStorage})', returnByValue: true })
    .catch(() => undefined);
  return JSON.stringify([
    jar.map(({ name, domain, valueHash }) => [name, domain, valueHash]),
    local?.result.value,
  ]);
}

/** What was clicked, and what else there was to click. */
export interface NoticeAnswered {
  readonly clicked: string;
  readonly buttons: readonly NoticeButtonFacts[];
}

/**
 * Finds the notice on the page that is open and answers it; resolves to what was clicked, or to `undefined` where there
 * is no notice or the click changed nothing. Everything from before the click is forgotten.
 */
export async function answerOnFirstPage(
  session: ScanSession,
  tab: Tab,
  answer: NoticeAnswer,
  parts: { readonly signal: AbortSignal; onFound(): Promise<void> },
): Promise<NoticeAnswered | undefined> {
  const button = await findSoon(tab, answer, parts.signal);
  if (!button) return undefined;
  await parts.onFound();
  const buttons = answer === 'accept' ? await readNoticeButtons(button, tab.documents()).catch(() => []) : [];
  const before = await storedState(session, tab);
  session.discard();
  const worked = async () => {
    const until = Date.now() + EFFECT_WITHIN;
    while (Date.now() < until) {
      // A click that reloads the page takes the button with it.
      if (!(await isStillThere(button).catch(() => false))) return true;
      if ((await storedState(session, tab)) !== before) return true;
      await pause(100);
    }
    return false;
  };
  await clickButton(button, button.session === tab.session).catch(() => {});
  let done = await worked();
  if (!done) {
    await clickElement(button.session, button.objectId).catch(() => {});
    done = await worked();
  }
  session.quiet.stir();
  await waitForQuiet(session.quiet, parts.signal);
  return done ? { clicked: button.how, buttons } : undefined;
}
