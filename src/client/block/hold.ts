import type { RuntimeService } from '../../model/runtime-config.ts';
import { setAttribute } from '../natives.ts';
import { blockedService } from './blocked-service.ts';
import { LOADERS, LOADING_ATTRIBUTES } from './loading-attributes.ts';
import { parseHtml } from './parse-html.ts';

/** Elements that the visitor let through one by one. */
export const letThrough: WeakSet<Element> = new WeakSet();

/** Elements whose address a script of the page has set, and no markup; also those that stand in no document. */
export const setByScript: Set<Element> = new Set();

/** The blocked service that a value of a loading attribute would call, if any. */
function blockedBy(name: string, value: string): RuntimeService | undefined {
  const found =
    name === 'srcdoc'
      ? [...parseHtml(value).content.querySelectorAll(LOADERS)].map((inner) => blockedFor(inner))
      : (name.endsWith('srcset') ? value.split(/\s*,\s+|\s+[^,]*,?\s*/) : [value]).map(blockedService);
  return found.find(Boolean);
}

/** The blocked service that an element would call, by its loading attributes or what they are kept under. */
export function blockedFor(element: Element, prefix = ''): RuntimeService | undefined {
  return LOADING_ATTRIBUTES.map((name) => blockedBy(name, element.getAttribute(prefix + name) ?? '')).find(
    Boolean,
  );
}

/** Keeps the value of an attribute that would call a blocked service where it loads nothing; returns the service. */
export function holdAttribute(element: Element, name: string, value: unknown): RuntimeService | undefined {
  if (!LOADING_ATTRIBUTES.includes(name) || !element.matches(LOADERS) || letThrough.has(element))
    return undefined;
  const service = blockedBy(name, String(value));
  if (service) {
    setAttribute(element, `data-avowal-${name}`, String(value));
    setAttribute(element, 'data-avowal', service.id);
  }
  return service;
}

/** Takes every attribute off an element that would call a blocked service; returns the service. */
export function hold(element: Element): RuntimeService | undefined {
  let holder: RuntimeService | undefined;
  // A script of another type does nothing, whatever its `src`.
  if (element.matches('script[type="text/plain"]')) return holder;
  for (const name of LOADING_ATTRIBUTES) {
    const value = element.getAttribute(name);
    const service = value !== null && holdAttribute(element, name, value);
    if (!service) continue;
    holder = service;
    element.removeAttribute(name);
    // Only leaving the document stops a navigation that the parser has begun.
    if (element.matches('iframe')) element.replaceWith(element);
  }
  return holder;
}
