import type { PageNode } from '../../model/notice-facts.ts';

/** What focus does with a notice. */
export interface FocusFacts {
  /** For each button, whether the keyboard can reach it. */
  readonly canFocus: readonly boolean[];
  /** What the notice covers whole while it has the focus. */
  readonly obscured: readonly PageNode[];
}

/**
 * Gives the focus to the buttons of a notice and then to what else of the page can have it, and looks what the notice
 * covers. Runs inside the page, as text: it must stand alone.
 */
export function measureFocus(notice: Element, ...buttons: readonly (Element | null)[]): FocusFacts {
  const parentOf = (element: Element): Element | null => {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  const pathOf = (element: Element): Element[] => {
    const path: Element[] = [];
    for (let at: Element | null = element; at; at = parentOf(at)) path.push(at);
    return path;
  };
  const hosts = new Set(pathOf(notice).filter((element) => element.getRootNode() !== notice.getRootNode()));
  const isOfNotice = (element: Element) =>
    pathOf(element).includes(notice) || (hosts.has(element) && element.tagName.includes('-'));
  const hitAt = (x: number, y: number): Element | null => {
    let hit = document.elementFromPoint(x, y);
    for (let inner = hit?.shadowRoot?.elementFromPoint(x, y); inner && inner !== hit; ) {
      hit = inner;
      inner = hit.shadowRoot?.elementFromPoint(x, y);
    }
    return hit;
  };
  const focus = (element: Element) => {
    (element as HTMLElement).focus();
    return (element as HTMLElement).tabIndex >= 0 && element.matches(':focus');
  };
  const nodeOf = (element: Element): PageNode => ({
    selector: pathOf(element)
      .slice(0, 4)
      .map(({ tagName, id }) => tagName.toLowerCase() + (id ? `#${id}` : ''))
      .reverse()
      .join(' > '),
    html: (element.cloneNode() as Element).outerHTML.slice(0, 300),
    text: ((element as HTMLElement).innerText ?? '').replace(/\s+/g, ' ').trim().slice(0, 80),
  });
  const isObscured = (element: Element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x1, x2] = [Math.max(0, left) + 1, Math.min(innerWidth, right) - 1];
    const [y1, y2] = [Math.max(0, top) + 1, Math.min(innerHeight, bottom) - 1];
    // Out of the window it is not the notice that hides it.
    if (x2 <= x1 || y2 <= y1) return false;
    const points = [x1, (x1 + x2) / 2, x2].flatMap((x) =>
      [y1, (y1 + y2) / 2, y2].map((y) => [x, y] as const),
    );
    return points.every(([x, y]) => {
      const hit = hitAt(x, y);
      return hit !== null && isOfNotice(hit);
    });
  };

  const MOST = 100;
  const root = document.documentElement;
  const before = root.style.scrollBehavior;
  // Smooth scrolling would still be on its way when the place is measured.
  root.style.scrollBehavior = 'auto';
  const canFocus = buttons.filter((button) => button !== null).map(focus);
  const others = [...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex]')]
    .filter((element) => !isOfNotice(element) && element.checkVisibility({ visibilityProperty: true }))
    .slice(0, MOST);
  scrollTo(0, 0);
  const obscured = others.filter((element) => focus(element) && isObscured(element)).slice(0, 10);
  (document.activeElement as HTMLElement | null)?.blur();
  scrollTo(0, 0);
  root.style.scrollBehavior = before;
  return { canFocus, obscured: obscured.map(nodeOf) };
}
