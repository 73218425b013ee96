import type { NoticeAction } from './notice-action.ts';

/** A control on a page as the driver judges it. */
export interface ButtonFacts {
  /** What it says; its label where it shows no words. */
  readonly text: string;
  /** Whether it stands in something that looks like a notice and speaks of cookies or consent. */
  readonly isInNotice: boolean;
  /** A link to another page. */
  readonly leadsAway: boolean;
  /** The consent tools that are known to have it, and for what. */
  readonly known: readonly {
    readonly tool: string;
    readonly action: NoticeAction;
    readonly selector: string;
  }[];
}

/** What a look at one document gives: the elements and, in the same order, what is known of each. */
export interface CollectedButtons {
  readonly elements: readonly Element[];
  readonly facts: readonly ButtonFacts[];
  /** Switches of a notice that are on and may be turned off. */
  readonly switches: readonly Element[];
  /** Whether anything looks like a notice. */
  readonly hasNotice: boolean;
}

/**
 * Collects what can be clicked in `document`, its open shadow roots and the closed ones that are handed in.
 * Runs inside the page, as text: it must stand alone.
 */
export function collectButtons(
  known: readonly { readonly tool: string; readonly action: NoticeAction; readonly selector: string }[],
  consentWords: string,
  ...closedRoots: readonly ShadowRoot[]
): CollectedButtons {
  const consent = new RegExp(consentWords, 'i');
  const roots: (Document | ShadowRoot)[] = [];
  const addRoot = (root: Document | ShadowRoot) => {
    roots.push(root);
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) addRoot(element.shadowRoot);
  };
  addRoot(document);
  for (const root of closedRoots) addRoot(root);

  const parentOf = (element: Element): Element | null => {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  const isVisible = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    );
  };
  const textOf = (element: Element) => {
    const shown = element instanceof HTMLInputElement ? element.value : (element as HTMLElement).innerText;
    return (shown?.trim() || element.getAttribute('aria-label') || element.getAttribute('title') || '')
      .replace(/\s+/g, ' ')
      .slice(0, 100);
  };
  // Written for the notice alone: a whole page that mentions cookies somewhere is none.
  const MOST_TEXT = 12_000;
  const speaks = new Map<Element, boolean>();
  const speaksOfConsent = (element: Element) => {
    let answer = speaks.get(element);
    if (answer === undefined) {
      const text = element.textContent ?? '';
      answer = text.length < MOST_TEXT && consent.test(`${text} ${element.getAttribute('aria-label') ?? ''}`);
      speaks.set(element, answer);
    }
    return answer;
  };
  // A newsletter and a sign-in also speak of privacy, and have their own yes and no.
  const asksForData = (element: Element) =>
    element.querySelector(
      'input[type=email],input[type=password],input[type=tel],input[type=search],textarea',
    ) !== null;
  const looksLikeNotice = (element: Element) =>
    element.matches('dialog,[role=dialog],[role=alertdialog],[aria-modal=true]') ||
    /cookie|consent|gdpr|cmp\b|privacy/i.test(`${element.id} ${element.getAttribute('class') ?? ''}`) ||
    /^(fixed|sticky)$/.test(getComputedStyle(element).position);
  const isInNotice = (button: Element) => {
    for (let at = parentOf(button); at && at !== document.body; at = parentOf(at)) {
      if (at === document.documentElement) return false;
      if (looksLikeNotice(at) && speaksOfConsent(at) && !asksForData(at)) return true;
    }
    return false;
  };
  const leadsAway = (element: Element) => {
    if (!(element instanceof HTMLAnchorElement) || !element.getAttribute('href')) return false;
    const there = URL.parse(element.href, location.href);
    if (!there || !/^https?:$/.test(there.protocol)) return false;
    return there.href.replace(/#.*/, '') !== location.href.replace(/#.*/, '');
  };
  const knownFor = (element: Element) => known.filter(({ selector }) => element.matches(selector));

  const CLICKABLE =
    'button,[role=button],a,summary,input[type=button],input[type=submit],[onclick],[tabindex="0"],[data-avowal-action]';
  const selectors = known.map(({ selector }) => selector).join(',');
  const found = new Set<Element>();
  for (const root of roots) {
    for (const element of root.querySelectorAll(`${CLICKABLE},${selectors}`)) found.add(element);
    // A notice of bare boxes: only the pointer tells that they can be clicked.
    for (const element of root.querySelectorAll('div,span,p,li')) {
      if (element.childElementCount > 1 || (element.textContent ?? '').length > 60) continue;
      if (element.closest(CLICKABLE) || !isVisible(element)) continue;
      if (getComputedStyle(element).cursor === 'pointer' && isInNotice(element)) found.add(element);
    }
  }
  const elements = [...found].filter(
    (element) => isVisible(element) && !element.matches(':disabled,[aria-disabled=true]'),
  );
  const facts = elements.map((element) => ({
    text: textOf(element),
    isInNotice: isInNotice(element),
    leadsAway: leadsAway(element),
    known: knownFor(element),
  }));
  const switches = roots
    .flatMap((root) => [...root.querySelectorAll('input[type=checkbox],[role=switch],[role=checkbox]')])
    .filter(
      (element) =>
        (element instanceof HTMLInputElement
          ? element.checked
          : element.getAttribute('aria-checked') === 'true') &&
        !element.matches(':disabled,[aria-disabled=true],[readonly]') &&
        isInNotice(element),
    );
  return { elements, facts, switches, hasNotice: facts.some((fact) => fact.isInNotice) };
}
