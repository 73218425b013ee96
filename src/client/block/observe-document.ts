import type { RuntimeService } from '../../model/runtime-config.ts';
import { isAllowed } from '../consent.ts';
import { blockedService, serviceWithId } from './blocked-service.ts';
import { hold } from './hold.ts';
import { LOADERS } from './loading-attributes.ts';

const SELECTOR = `${LOADERS},[data-avowal]`;

/** The service that an element which is held back waits for: named in its markup, or the owner of its address. */
const serviceOf = (element: Element): RuntimeService | undefined =>
  serviceWithId(element.getAttribute('data-avowal')) ??
  blockedService(element.getAttribute('data-avowal-src'));

/**
 * Looks at every element that enters the document, before the browser acts on it where the browser lets us.
 * `onHeld` hears of what is held back, `onReady` of marked elements that need not wait.
 */
export function observeDocument(
  onHeld: (element: Element, service: RuntimeService) => void,
  onReady: () => void,
): void {
  let ready = false;
  const look = (element: Element) => {
    hold(element);
    if (!element.hasAttribute('data-avowal')) return;
    const service = serviceOf(element);
    if (service && !isAllowed(service)) onHeld(element, service);
    else ready = true;
  };
  new MutationObserver((records) => {
    for (const { target, attributeName, addedNodes } of records) {
      for (const node of attributeName ? [target] : addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(SELECTOR)) look(node);
        if (!attributeName) node.querySelectorAll(SELECTOR).forEach(look);
      }
    }
    // In a task of its own: Chromium drops a navigation that begins while its parser still inserts the iframe.
    if (ready) setTimeout(onReady);
    ready = false;
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['data-avowal'] });
}
