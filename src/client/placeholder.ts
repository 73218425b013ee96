import type { RuntimeService } from '../model/runtime-config.ts';
import { letThrough } from './block/hold.ts';
import { releaseElement } from './block/release.ts';
import { loadUi } from './load-ui.ts';

const elements = new Map<Element, Element>();

/** Puts a placeholder where an embed waits; the element itself is kept and comes back with all it had. */
export function showPlaceholder(element: Element, service: RuntimeService): void {
  // Called again for the element that a placeholder gave back, or while the parser moves it.
  if (!element.isConnected || letThrough.has(element)) return;
  const placeholder = document.createElement('avowal-placeholder');
  placeholder.setAttribute('data-avowal-service', service.id);
  for (const side of ['width', 'height'] as const) {
    const size = element.getAttribute(side);
    if (size) placeholder.style[side] = /^\d+$/.test(size) ? `${size}px` : size;
  }
  elements.set(placeholder, element);
  element.replaceWith(placeholder);
  loadUi().then(
    (ui) => ui.fillPlaceholder(placeholder, service),
    () => {},
  );
}

function giveBack(placeholder: Element, element: Element): void {
  elements.delete(placeholder);
  letThrough.add(element);
  releaseElement(element);
  placeholder.replaceWith(element);
}

/** Lets one embed through, this once. */
export function allowOnce(placeholder: Element): void {
  const element = elements.get(placeholder);
  if (element) giveBack(placeholder, element);
}

/** Gives back every embed whose service may run now. */
export function releasePlaceholders(isReady: (serviceId: string) => boolean): void {
  for (const [placeholder, element] of elements) {
    if (isReady(placeholder.getAttribute('data-avowal-service') ?? '')) giveBack(placeholder, element);
  }
}
