import type { NoticeButtonFacts } from '../../model/notice-facts.ts';

/**
 * Measures every visible button of the notice, in document order; `reject` is the button that refuses, where one was
 * found. Runs inside the page, as text: it must stand alone.
 */
export function measureNotice(notice: Element, accept: Element, reject: Element | null): NoticeButtonFacts[] {
  const within = (root: Element | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  const isVisible = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  const isTransparent = (colour: string) =>
    colour === 'transparent' || /^rgba\(.*, 0\)$|\/ 0\)$/.test(colour);
  return [...(notice.shadowRoot ? within(notice.shadowRoot) : []), ...within(notice)]
    .filter(
      (element) =>
        element === accept ||
        element === reject ||
        element.matches('button,[role=button],a[href],input[type=button],input[type=submit]'),
    )
    .filter(isVisible)
    .slice(0, 30)
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const text = element instanceof HTMLInputElement ? element.value : (element.textContent ?? '');
      return {
        role: element === accept ? 'accept' : element === reject ? 'reject' : 'other',
        text: text.replace(/\s+/g, ' ').trim().slice(0, 80),
        x: Math.round(x),
        y: Math.round(y),
        width: Math.round(width),
        height: Math.round(height),
        fontPixels: Number.parseFloat(style.fontSize),
        fontWeight: Number(style.fontWeight),
        colour: style.color,
        background:
          isTransparent(style.backgroundColor) && style.backgroundImage === 'none'
            ? 'none'
            : style.backgroundImage === 'none'
              ? style.backgroundColor
              : style.backgroundImage.slice(0, 80),
        isUnderlined: style.textDecorationLine.includes('underline'),
      };
    });
}
