import type { RuntimeService } from '../../../model/runtime-config.ts';

const elements = new Map<HTMLElement, { readonly element: Element; readonly service: RuntimeService }>();
const shownOnce = new WeakSet<Element>();

/** Takes the room of the embed, in the line or as a block as it does. */
function takeRoom({ style }: HTMLElement, element: Element): void {
  const { width, height } = element.getBoundingClientRect();
  const { display, margin } = getComputedStyle(element);
  style.display = display.startsWith('inline') ? 'inline-grid' : 'grid';
  // Without a baseline of its own it stands on the line as an embed does.
  style.contain = 'layout';
  style.margin = margin;
  style.maxWidth = '100%';
  style.width = width < (element.parentElement?.clientWidth ?? 0) ? `${width}px` : '100%';
  style.minHeight = `${height}px`;
}

/** Puts a placeholder where an embed waits; the element itself is kept and comes back with all it had. */
export function putPlaceholder(element: Element, service: RuntimeService): HTMLElement | undefined {
  // Called again for the element that a placeholder gave back, or while the parser moves it.
  if (!element.isConnected || shownOnce.has(element)) return undefined;
  const placeholder = document.createElement('avowal-placeholder');
  placeholder.setAttribute('data-avowal-service', service.id);
  takeRoom(placeholder, element);
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
