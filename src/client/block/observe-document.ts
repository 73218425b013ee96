import type { RuntimeService } from '../../model/runtime-config.ts';
import { isGuarded } from './guard-page.ts';
import { hold } from './hold.ts';
import { LOADERS } from './loading-attributes.ts';
import { guardMethod } from './patch.ts';
import { isStrict } from './realms.ts';
import { release } from './release.ts';
import { trees } from './trees.ts';
import { waitsFor } from './waits-for.ts';

/** What to look at. */
const WANTED = `${LOADERS},[data-avowal]`;

/**
 * Looks at every element that enters the document, before the browser acts on it where the browser lets us.
 * `onHeld` hears of embeds that are held back.
 */
export function observeDocument(onHeld: (element: Element, service: RuntimeService) => void): void {
  let ready = false;
  const look = (element: Element) => {
    hold(element);
    const cause = waitsFor(element);
    if ((cause as RuntimeService | undefined)?.embed) onHeld(element, cause as RuntimeService);
    ready ||= cause === false;
  };
  const observer = new MutationObserver((records) => {
    const seen = new Set<ParentNode | null>();
    for (const { target, attributeName, addedNodes } of isGuarded ? records : []) {
      for (const node of (attributeName ? [target] : addedNodes) as Iterable<Element>) {
        // The parser tells of each element it makes, also of those in one that was looked through a moment ago.
        if (!seen.has(node.parentNode)) {
          // Text has neither.
          if (node.matches?.(WANTED)) look(node);
          node.querySelectorAll?.(WANTED).forEach(look);
        }
        seen.add(node);
      }
    }
    // In a task of its own: Chromium drops a navigation that begins while its parser still inserts the iframe.
    if (isGuarded ? ready : [...trees].some((tree) => tree.querySelector('[data-avowal]')))
      setTimeout(release);
    ready = false;
  });
  const observe = (tree: Document | ShadowRoot) => {
    trees.add(tree);
    observer.observe(tree, { childList: true, subtree: true, attributeFilter: ['data-avowal'] });
  };
  guardMethod(Element.prototype, 'attachShadow', (_, __, proceed) => {
    const tree = proceed() as ShadowRoot;
    observe(tree);
    return tree;
  });
  /** Takes up the shadow trees that the parser has made of the page's HTML, of which no script hears. */
  const lookInto = (tree: Document | ShadowRoot) => {
    for (const { shadowRoot } of tree.querySelectorAll('*')) {
      if (!shadowRoot || trees.has(shadowRoot)) continue;
      observe(shadowRoot);
      shadowRoot.querySelectorAll(WANTED).forEach(look);
      lookInto(shadowRoot);
    }
  };
  if (isStrict) document.addEventListener('DOMContentLoaded', () => lookInto(document));
  observe(document);
  // What stood here before this script, which a guard may have marked.
  document.querySelectorAll(WANTED).forEach(look);
}
