import type { RuntimeService } from '../../model/runtime-config.ts';

const elements = new Map<HTMLElement, { readonly element: Element; readonly service: RuntimeService }>();
const shownOnce = new WeakSet<Element>();

/** Puts a placeholder where an embed waits; the element itself is kept and comes back with all it had. */
export function putPlaceholder(element: Element, service: RuntimeService): HTMLElement | undefined {
  // Called again for the element that a placeholder gave back, or while the parser moves it.
  if (!element.isConnected || shownOnce.has(element)) return undefined;
  const placeholder = document.createElement('avowal-placeholder');
  placeholder.setAttribute('data-avowal-service', service.id);
  for (const side of ['width', 'height'] as const) {
    const size = element.getAttribute(side);
    if (size) placeholder.style[side] = /^\d+$/.test(size) ? `${size}px` : size;
  }
  elements.set(placeholder, { element, service });
  element.replaceWith(placeholder);
  return placeholder;
}

/** Gives back the embeds whose placeholders fit. */
export function giveBack(
  fits: (placeholder: HTMLElement, service: RuntimeService) => boolean,
  letThrough: (element: Element) => void,
): void {
  for (const [placeholder, { element, service }] of elements) {
    if (!fits(placeholder, service)) continue;
    elements.delete(placeholder);
    shownOnce.add(element);
    letThrough(element);
    placeholder.replaceWith(element);
  }
}
