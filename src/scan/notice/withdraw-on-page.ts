import type { Tab } from '../page/open-tabs.ts';
import type { ScanSession } from '../page/start-session.ts';
import { operateNotice } from './operate-notice.ts';

/**
 * Withdraws on the page that is open, where a consent was given before. Resolves to what was clicked, in order, or to
 * `undefined` where no control was found or nothing changed.
 */
export async function withdrawOnPage(
  session: ScanSession,
  tab: Tab,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const { clicked, hadEffect } = await operateNotice(session, tab, 'withdraw', { signal });
  return hadEffect ? clicked : undefined;
}
