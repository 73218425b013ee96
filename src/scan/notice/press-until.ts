import type { Tab } from '../page/open-tabs.ts';
import { clickButton, clickElement, type NoticeButton } from './answer-notice.ts';
import { waitFor } from './wait-for.ts';

/**
 * Clicks like a person, and where nothing comes of it by the element itself, for something else may cover it; resolves to
 * what `effect` found, or to `undefined`.
 */
export async function pressUntil<T>(
  button: NoticeButton,
  effect: () => Promise<T | undefined>,
  { tab, signal }: { readonly tab: Tab; readonly signal: AbortSignal },
): Promise<T | undefined> {
  await clickButton(button, button.session === tab.session).catch(() => {});
  const found = await waitFor(effect, signal);
  if (found !== undefined) return found;
  await clickElement(button.session, button.objectId).catch(() => {});
  return waitFor(effect, signal);
}
