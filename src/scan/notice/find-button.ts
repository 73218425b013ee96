/** A button found: the element, and what it was known by. */
export interface FoundButton {
  readonly element: Element;
  readonly how: string;
}

/**
 * Looks for a button of a notice in `document`, its open shadow roots and the closed ones that are handed in; one that is
 * known by its words alone must stand in a notice unless `isAnywhere`.
 * Runs inside the page, as text: it must stand alone.
 */
export function findButton(
  known: readonly { readonly tool: string; readonly selector: string }[],
  texts: readonly string[],
  isAnywhere: boolean,
  ...closedRoots: readonly ShadowRoot[]
): FoundButton | null {
  const roots: (Document | ShadowRoot)[] = [];
  const addRoot = (root: Document | ShadowRoot) => {
    roots.push(root);
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) addRoot(element.shadowRoot);
  };
  addRoot(document);
  for (const root of closedRoots) addRoot(root);

  const isVisible = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  for (const { tool, selector } of known) {
    for (const root of roots) {
      const element = [...root.querySelectorAll(selector)].find(isVisible);
      if (element) return { element, how: `${tool}: ${selector}` };
    }
  }

  const parentOf = (element: Element): Element | null => {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  const speaksOfConsent = (element: Element) =>
    /cookie|consent|privacy|gdpr|datenschutz|einwillig|confidentialit|privacidad|privacidade|prywatno|soukrom|integritet/i.test(
      element.textContent ?? '',
    );
  const isNotice = (element: Element) =>
    element.matches('dialog,[role=dialog],[role=alertdialog]') ||
    /cookie|consent|gdpr|cmp\b|privacy/i.test(`${element.id} ${element.getAttribute('class') ?? ''}`) ||
    /^(fixed|sticky)$/.test(getComputedStyle(element).position);
  const isInNotice = (button: Element) => {
    for (let at = parentOf(button); at && at !== document.body; at = parentOf(at)) {
      if (isNotice(at) && speaksOfConsent(at)) return true;
    }
    return false;
  };
  const wordsOf = (element: Element) =>
    (element instanceof HTMLInputElement ? element.value : (element.textContent ?? ''))
      .toLowerCase()
      .replace(/[^\p{L}\p{N}']+/gu, ' ')
      .trim();
  const buttons = roots.flatMap((root) => [
    ...root.querySelectorAll('button,[role=button],a,input[type=button],input[type=submit]'),
  ]);
  for (const text of texts) {
    const element = buttons.find(
      (button) => wordsOf(button) === text && isVisible(button) && (isAnywhere || isInNotice(button)),
    );
    if (element) return { element, how: `text: ${text}` };
  }
  return null;
}
