/** A small control of a notice as the scanner judges whether it closes it. */
export interface CloserFacts {
  /** What it shows, a sign such as × included. */
  readonly text: string;
  /** What it is called where it shows nothing. */
  readonly label: string;
  /** Names that its author gave it: id and classes. */
  readonly hint: string;
  /** Stands in one of the upper corners of the notice. */
  readonly isInCorner: boolean;
}

/** What a look at one notice gives: the elements and, in the same order, what is known of each. */
export interface CollectedClosers {
  readonly elements: readonly Element[];
  readonly facts: readonly CloserFacts[];
}

/** Collects the controls of a notice, without those that answer. Runs inside the page, as text: it must stand alone. */
export function collectClosers(notice: Element, ...answers: readonly (Element | null)[]): CollectedClosers {
  const within = (root: Element | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  const box = notice.getBoundingClientRect();
  const CORNER = 64;
  const isInCorner = ({ left, right, top, width, height }: DOMRect) =>
    top - box.top < CORNER &&
    Math.min(box.right - right, left - box.left) < CORNER &&
    width < CORNER &&
    height < CORNER;
  const isClickable = (element: Element) =>
    element.matches('button,[role=button],a,input[type=button],[onclick],[tabindex]') ||
    (getComputedStyle(element).cursor === 'pointer' && element.childElementCount <= 1);
  const leadsAway = (element: Element) => {
    if (!(element instanceof HTMLAnchorElement) || !element.getAttribute('href')) return false;
    const there = URL.parse(element.href, location.href);
    return (
      /^https?:$/.test(there?.protocol ?? '') &&
      there?.href.replace(/#.*/, '') !== location.href.replace(/#.*/, '')
    );
  };
  const textOf = (element: Element) =>
    element instanceof HTMLInputElement ? element.value : ((element as HTMLElement).innerText ?? '');
  const elements = [...(notice.shadowRoot ? within(notice.shadowRoot) : []), ...within(notice)].filter(
    (element) =>
      !answers.some(
        (answer) => answer && (element === answer || element.contains(answer) || answer.contains(element)),
      ) &&
      isClickable(element) &&
      !leadsAway(element) &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.getBoundingClientRect().width > 1,
  );
  return {
    elements,
    facts: elements.map((element) => ({
      text: textOf(element).replace(/\s+/g, ' ').trim().slice(0, 100),
      label: (
        element.getAttribute('aria-label') ||
        element.getAttribute('title') ||
        element.querySelector('[alt],title')?.getAttribute('alt') ||
        element.querySelector('title')?.textContent ||
        ''
      ).slice(0, 100),
      hint: `${element.id} ${element.getAttribute('class') ?? ''}`.trim().slice(0, 200),
      isInCorner: isInCorner(element.getBoundingClientRect()),
    })),
  };
}
