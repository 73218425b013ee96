import type { LaterVisit } from '../model/inventory.ts';
import { findNoticeButton } from './notice/look-for-buttons.ts';
import type { Tab } from './page/open-tabs.ts';
import type { ScanSession } from './page/start-session.ts';

/** A notice may come a little after the page is quiet, in milliseconds. */
const APPEARS_WITHIN = 1000;

const DAY = 86_400;

/** After a week, and shortly before six months are over (LAW-STO-002). */
const LATER = [8, 179] as const;

/** Makes the browser forget what does not outlive its end, and what ends within these days: the visitor comes back then. */
export async function dropExpired({ browser }: ScanSession, tab: Tab, days = 0): Promise<void> {
  const { cookies } = await browser.browser.send('Storage.getCookies');
  const end = Date.now() / 1000 + days * DAY;
  await Promise.all(
    cookies
      .filter((cookie) => cookie.session || cookie.expires < end)
      .map(({ name, domain, path, partitionKey }) =>
        tab.session.send('Network.deleteCookies', {
          name,
          domain,
          path,
          ...(partitionKey && { partitionKey }),
        }),
      ),
  );
}

/** Whether the page that is open asks for consent. */
export async function showsNotice(tab: Tab, signal: AbortSignal): Promise<boolean> {
  const until = Date.now() + APPEARS_WITHIN;
  for (;;) {
    signal.throwIfAborted();
    if (await findNoticeButton(tab.documents(), 'accept')) return true;
    if (Date.now() > until) return false;
    await new Promise((next) => setTimeout(next, 200));
  }
}

/** What coming back on later days needs. */
export interface LaterParts {
  readonly session: ScanSession;
  readonly tab: Tab;
  readonly signal: AbortSignal;
  /** Opens the first page in a new window, which believes that so many days have gone by; resolves to whether it answered. */
  open(daysAhead: number): Promise<{ readonly tab: Tab; readonly hasAnswered: boolean }>;
}

/**
 * Comes back again and again, later each time, until somebody asks. Cookies that have ended are gone, and what pages read
 * of the date is moved; servers know the real one.
 */
export async function comeBackLater(parts: LaterParts): Promise<readonly LaterVisit[]> {
  const { session, signal } = parts;
  const visits: LaterVisit[] = [];
  let { tab } = parts;
  let before = 0;
  for (const daysAfter of LATER) {
    await dropExpired(session, tab, daysAfter - before);
    await tab.close();
    const opened = await parts.open(daysAfter);
    if (!opened.hasAnswered) break;
    const asksAgain = await showsNotice(opened.tab, signal);
    visits.push({ daysAfter, asksAgain });
    // What was seen under a date that is not today's has a wrong life.
    session.discard();
    if (asksAgain) break;
    before = daysAfter;
    tab = opened.tab;
  }
  return visits;
}
