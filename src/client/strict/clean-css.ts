import { setByScript } from '../block/hold.ts';
import { setAttribute } from '../natives.ts';
import { blockedInCss, gatedCss } from './gated-css.ts';

/**
 * Takes out of an element's own CSS what would call a blocked service. Property by property, since a policy of content security
 * may forbid the attribute; what it has forbidden stands in no property.
 */
export function cleanStyle({ style }: HTMLElement): void {
  for (const name of [...style]) {
    const value = style.getPropertyValue(name);
    const gated = gatedCss(value);
    if (gated !== value) style.setProperty(name, gated, style.getPropertyPriority(name));
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
