/**
 * Keeps what has the focus in the page out of the notice (WCAG 2.2 SC 2.4.11): scrolling stops before it, and the last
 * lines can be scrolled above it. Returns what ends this.
 */
export function keepClear(layer: HTMLElement): () => void {
  const { style } = document.documentElement;
  const set = (height: string) => {
    style.scrollPaddingBottom = height;
    style.paddingBottom = height;
  };
  // It has no size before the document has a body, and another one when the text or the window changes.
  const observer = new ResizeObserver(() =>
    set(`${Math.max(0, innerHeight - layer.getBoundingClientRect().top + 8)}px`),
  );
  observer.observe(layer);
  return () => {
    observer.disconnect();
    set('');
  };
}
