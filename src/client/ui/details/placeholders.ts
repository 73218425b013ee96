import type { RuntimeService } from '../../../model/runtime-config.ts';

const elements = new Map<HTMLElement, { readonly element: Element; readonly service: RuntimeService }>();
const shownOnce = new WeakSet<Element>();

/** As large as the embed: its attributes count, since a style sheet may still be on its way, else the room that it takes. */
function takeSize(placeholder: HTMLElement, element: Element): void {
  const { width, height } = element.getBoundingClientRect();
  const { style } = placeholder;
  const size = (side: 'width' | 'height', measured: number) => {
    const stated = element.getAttribute(side);
    return stated ? (/^\d+$/.test(stated) ? `${stated}px` : stated) : `${measured}px`;
  };
  style.display = 'grid';
  style.maxWidth = '100%';
  style.width = width < (element.parentElement?.clientWidth ?? 0) ? size('width', width) : '100%';
  style.minHeight = size('height', height);
}

/** Puts a placeholder where an embed waits; the element itself is kept and comes back with all it had. */
export function putPlaceholder(element: Element, service: RuntimeService): HTMLElement | undefined {
  // Called again for the element that a placeholder gave back, or while the parser moves it.
  if (!element.isConnected || shownOnce.has(element)) return undefined;
  const placeholder = document.createElement('avowal-placeholder');
  placeholder.setAttribute('data-avowal-service', service.id);
  takeSize(placeholder, element);
  elements.set(placeholder, { element, service });
  element.replaceWith(placeholder);
  return placeholder;
}

/** Gives back the embeds whose placeholders fit, and the focus where it was in one. */
export function giveBack(
  fits: (placeholder: HTMLElement, service: RuntimeService) => boolean,
  letThrough: (element: Element) => void,
): void {
  for (const [placeholder, { element, service }] of elements) {
    if (!fits(placeholder, service)) continue;
    const hadFocus = document.activeElement === placeholder;
    elements.delete(placeholder);
    shownOnce.add(element);
    letThrough(element);
    placeholder.replaceWith(element);
    if (hadFocus) (element as HTMLElement).focus();
  }
}
