import { config } from '../config.ts';
import { isAllowed, mayStore } from '../consent.ts';
import { patchElements } from './patch-elements.ts';
import { patchMarkup } from './patch-markup.ts';
import { patchNetwork } from './patch-network.ts';
import { patchStorage } from './patch-storage.ts';

/** Whether anything has ever been held back in this page. */
export let isGuarded = false;

/** Puts guards before everything that can send or store; where all of it may run, nothing stands in its way. */
export function guardPage(): void {
  if (isGuarded || (config.services.every(isAllowed) && config.trackers.every(mayStore))) return;
  isGuarded = true;
  patchStorage();
  patchElements();
  patchMarkup();
  patchNetwork();
}
