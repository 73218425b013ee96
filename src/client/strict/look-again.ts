import { guardMethod } from '../block/patch.ts';
import { trees } from '../block/trees.ts';
import { cleanSheet, cleanStyle } from './clean-css.ts';
import { guardFrame, guardFrames } from './guard-frames.ts';

/** What the core takes no notice of: CSS, and frames that show no page of their own. */
const SELECTOR = 'style,[style*="("],iframe:not([src]),iframe[src^="javascript:" i]';

function look(element: Element): void {
  if (element.matches('style')) cleanSheet(element as HTMLStyleElement);
  else if (element.matches('iframe')) guardFrame((element as HTMLIFrameElement).contentWindow);
  if (element.hasAttribute('style')) cleanStyle(element as HTMLElement);
}

/**
 * Looks at what scripts have put into the page before the browser lays it out: only then does it ask for what the CSS of an element
 * names, and only then does the code of a frame run.
 */
export function lookAgain(): void {
  const observer = new MutationObserver((records) => {
    for (const { target, type, addedNodes } of records) {
      if ((target as Element).matches?.(SELECTOR)) look(target as Element);
      if (type === 'attributes') continue;
      for (const node of addedNodes) {
        if (!('matches' in node)) continue;
        const element = node as Element;
        if (element.matches(SELECTOR)) look(element);
        if (element.firstChild) element.querySelectorAll(SELECTOR).forEach(look);
      }
    }
  });
  const observe = (tree: Document | ShadowRoot) =>
    observer.observe(tree, { childList: true, subtree: true, attributeFilter: ['style'] });
  for (const tree of trees) observe(tree);
  guardMethod(Element.prototype, 'attachShadow', (_, __, proceed) => {
    const tree = proceed() as ShadowRoot;
    observe(tree);
    return tree;
  });
  guardFrames(observe);
  // A frame that has loaded may have another window, with functions that nobody has seen.
  document.addEventListener(
    'load',
    ({ target }) => {
      if ((target as Element).matches?.('iframe')) guardFrame((target as HTMLIFrameElement).contentWindow);
    },
    true,
  );
}
