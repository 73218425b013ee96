import { setByScript } from '../block/hold.ts';
import { setAttribute } from '../natives.ts';
import { blockedInCss, gatedCss } from './gated-css.ts';

/** What was taken out of the CSS of elements: property → value, and what stands in its place. */
const taken = new Map<HTMLElement, Map<string, readonly [value: string, left: string]>>();

/** Puts back what was taken out; what still waits is taken out again when the element is looked at. */
export function giveBackStyles(): void {
  for (const [{ style }, values] of taken) {
    for (const [name, [value, left]] of values) {
      // The page may have written something else meanwhile.
      if (style.getPropertyValue(name) === left)
        style.setProperty(name, value, style.getPropertyPriority(name));
    }
  }
  taken.clear();
}

/**
 * Takes out of an element's own CSS what would call a blocked service. Property by property, since a policy of content security
 * may forbid the attribute; what it has forbidden stands in no property.
 */
export function cleanStyle(element: HTMLElement): void {
  const { style } = element;
  for (const name of [...style]) {
    const value = style.getPropertyValue(name);
    const gated = gatedCss(value);
    if (gated === value) continue;
    style.setProperty(name, gated, style.getPropertyPriority(name));
    if (!taken.has(element)) taken.set(element, new Map());
    taken.get(element)?.set(name, [value, style.getPropertyValue(name)]);
  }
}

/** Takes the same out of a text for a style sheet, which comes back as a whole. */
export function holdSheet(element: HTMLStyleElement, css: string): string {
  const service = blockedInCss(css);
  if (!service) return css;
  setAttribute(element, 'data-avowal-text', css);
  setAttribute(element, 'data-avowal', service.id);
  setByScript.add(element);
  return gatedCss(css);
}

/** Takes it out of a style sheet that counts. */
export function cleanSheet(element: HTMLStyleElement): void {
  // The text is set past the blocker, which would take it for the whole.
  if (element.sheet && blockedInCss(element.textContent))
    element.replaceChildren(holdSheet(element, element.textContent));
}
