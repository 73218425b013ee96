import type { RuntimeService } from '../../model/runtime-config.ts';
import { setAttribute } from '../natives.ts';
import { blockedService } from './blocked-service.ts';
import { LOADERS, LOADING_ATTRIBUTES } from './loading-attributes.ts';
import { parseHtml } from './parse-html.ts';
import { isStrict } from './realms.ts';

/** Elements that the visitor let through one by one. */
export const letThrough: WeakSet<Element> = new WeakSet();

/** Elements whose address a script of the page has set, and no markup; also those that stand in no document. */
export const setByScript: Set<Element> = new Set();

/** An address with a host, as it stands in code. */
const ADDRESS = /(?:https?:)?\/\/[^\s"'`<>\\]+/g;

/**
 * The blocked service whose address stands in inline code, if any. Some browsers tell nobody of the window of a frame before the code
 * in it runs.
 */
const blockedInCode = (script: Element): RuntimeService | undefined =>
  script.textContent.match(ADDRESS)?.map(blockedService).find(Boolean);

/** The blocked service that a value of a loading attribute would call, if any. */
function blockedBy(name: string, value: string | null): RuntimeService | undefined {
  const found = !value
    ? []
    : name === 'srcdoc'
      ? [...parseHtml(value).content.querySelectorAll(LOADERS)].map((inner) =>
          isStrict ? (blockedFor(inner) ?? blockedInCode(inner)) : blockedFor(inner),
        )
      : (name.endsWith('srcset') ? value.split(/,?\s+/) : [value]).map(blockedService);
  return found.find(Boolean);
}

/** The blocked service that an element would call, by its loading attributes or what they are kept under. */
export function blockedFor(element: Element, prefix = ''): RuntimeService | undefined {
  return LOADING_ATTRIBUTES.map((name) => blockedBy(name, element.getAttribute(prefix + name))).find(Boolean);
}

/** Keeps the value of an attribute that would call a blocked service where it loads nothing; returns the service. */
export function holdAttribute(
  element: Element,
  name: string,
  value: string | null,
): RuntimeService | undefined {
  if (!LOADING_ATTRIBUTES.includes(name) || !element.matches(LOADERS) || letThrough.has(element))
    return undefined;
  const service = blockedBy(name, value);
  if (service) {
    // Browsers take href for xlink:href (SVG 2 §16.1.5), and only the former can be given back without a namespace.
    const kept = isStrict ? name.replace('xlink:', '') : name;
    setAttribute(element, `data-avowal-${kept}`, value as string);
    setAttribute(element, 'data-avowal', service.id);
  }
  return service;
}

/** A script that has begun to load cannot be stopped, nor start again: one that has not takes its place. */
function replaceScript(script: Element): void {
  const copy = document.createElementNS(script.namespaceURI, 'script') as HTMLScriptElement;
  for (const { name, value } of script.attributes)
    setAttribute(copy, name === 'type' ? 'data-avowal-type' : name, value);
  copy.nonce = (script as HTMLScriptElement).nonce;
  copy.type = (script as HTMLScriptElement).type = 'text/plain';
  script.replaceWith(copy);
}

/** Takes every attribute off an element that would call a blocked service; whether there was any. */
export function hold(element: Element): boolean {
  // A script of another type does nothing, whatever its `src`.
  if (element.matches('script[type="text/plain"]')) return false;
  const held = LOADING_ATTRIBUTES.filter((name) => holdAttribute(element, name, element.getAttribute(name)));
  for (const name of held) element.removeAttribute(name);
  if (held.length > 0) {
    if (element.matches('script')) replaceScript(element);
    // Only leaving the document stops a navigation that the parser has begun.
    else if (element.matches('iframe')) element.replaceWith(element);
  }
  return held.length > 0;
}
