/** A place in the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A place beside the words and buttons of a notice where a click means nothing else: on what darkens the page behind it
 * where there is such a thing. Runs inside the page, as text: it must stand alone.
 */
export function findBeside(notice: Element): Point | null {
  const within = (root: Element | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  const boxes = [...(notice.shadowRoot ? within(notice.shadowRoot) : []), ...within(notice)]
    .filter((element) => element.childElementCount === 0 && (element.textContent ?? '').trim() !== '')
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 1 && height > 1);
  const MARGIN = 40;
  const left = Math.min(...boxes.map((box) => box.left)) - MARGIN;
  const top = Math.min(...boxes.map((box) => box.top)) - MARGIN;
  const right = Math.max(...boxes.map((box) => box.right)) + MARGIN;
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + MARGIN;
  const isFree = (x: number, y: number) => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit)
      hit = hit.shadowRoot.elementFromPoint(x, y);
    return (
      hit !== null &&
      !hit.closest(
        'a,button,input,select,textarea,label,summary,video,audio,iframe,object,embed,canvas,[role=button],[role=link],[contenteditable]',
      )
    );
  };
  const places: Point[] = [];
  for (let y = 4; y < innerHeight; y += Math.max(40, innerHeight / 10))
    for (let x = 4; x < innerWidth; x += Math.max(40, innerWidth / 10))
      if ((x < left || x > right || y < top || y > bottom) && isFree(x, y)) places.push({ x, y });
  return places[0] ?? null;
}
