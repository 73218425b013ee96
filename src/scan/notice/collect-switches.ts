import type { NoticeSwitch } from '../../model/notice-facts.ts';

/** The switches of a layer, and what is known of each, in the same order. */
export interface CollectedSwitches {
  readonly elements: readonly HTMLElement[];
  readonly facts: readonly NoticeSwitch[];
}

/**
 * Collects the switches of the layer that a button which saves stands in, in document order. Runs inside the page, as text:
 * it must stand alone.
 */
export function collectSwitches(save: Element): CollectedSwitches {
  const parentOf = (element: Element): Element | null => {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  const isLayer = (element: Element) =>
    element.matches('dialog,[role=dialog],[role=alertdialog],form') ||
    /^(fixed|sticky)$/.test(getComputedStyle(element).position);
  const SWITCH = 'input[type=checkbox],[role=switch],[role=checkbox]';
  let layer: Element = save;
  for (let at = parentOf(save); at && at !== document.body; at = parentOf(at)) {
    layer = at;
    if (isLayer(at) && at.querySelector(SWITCH)) break;
  }
  const nameOf = (element: Element): string => {
    const root = element.getRootNode() as Document | ShadowRoot;
    const by = (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => (id && root.getElementById(id)?.textContent) || '')
      .join(' ');
    const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '');
    const text =
      element.getAttribute('aria-label') || by.trim() || labels.join(' ').trim() || element.textContent;
    return (text || element.id || (element.getAttribute('name') ?? ''))
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80);
  };
  const elements = [...layer.querySelectorAll<HTMLElement>(SWITCH)].slice(0, 100);
  const facts = elements.map((element) => {
    const input = element instanceof HTMLInputElement ? element : undefined;
    return {
      name: nameOf(element),
      isOn: input ? input.checked : element.getAttribute('aria-checked') === 'true',
      isFixed:
        input?.disabled === true ||
        element.getAttribute('aria-disabled') === 'true' ||
        element.hasAttribute('disabled'),
    };
  });
  return { elements, facts };
}
