/** What a narrow window does to a notice. */
export interface NarrowFacts {
  /** For each button, whether scrolling brings it whole into the window. */
  readonly isInView: readonly boolean[];
  /** Whether the notice has to be scrolled sideways. */
  readonly scrollsSideways: boolean;
  /** Whether a part of it lies out of the window, and no scrolling brings it in. */
  readonly isCut: boolean;
}

/** Measures a notice in the window as it is now. Runs inside the page, as text: it must stand alone. */
export function measureNarrow(notice: Element, ...buttons: readonly (Element | null)[]): NarrowFacts {
  const isInView = buttons
    .filter((button) => button !== null)
    .map((button) => {
      button.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const { left, right, top, bottom } = button.getBoundingClientRect();
      return left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
    });
  const { left, right, top, bottom } = notice.getBoundingClientRect();
  const { position, overflowX } = getComputedStyle(notice);
  const canScroll = /auto|scroll/.test(overflowX);
  return {
    isInView,
    scrollsSideways:
      left < -1 || right > innerWidth + 1 || (canScroll && notice.scrollWidth > notice.clientWidth + 2),
    isCut: position === 'fixed' && (top < -1 || bottom > innerHeight + 1),
  };
}
