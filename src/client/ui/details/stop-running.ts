import { details } from './details-config.ts';
import { holdsInput } from './holds-input.ts';

/** Milliseconds to read what is about to happen. */
const NOTICE_TIME = 3_000;

/**
 * Ends what runs in the page although it was refused: only loading the page again does (WDR-004). It is offered, or where
 * the site wants it done, unless input would be lost. `announce` says a text, with the offer or without.
 */
export function stopRunning(announce: (text: string, offer: boolean) => void): void {
  const { texts, reloads } = details;
  const mayReload = () => reloads && !holdsInput(document);
  const offer = () => announce(texts.reloadHint, true);
  if (!mayReload()) {
    offer();
    return;
  }
  announce(texts.reloading, false);
  // Somebody may have begun to type meanwhile.
  setTimeout(() => (mayReload() ? location.reload() : offer()), NOTICE_TIME);
}
