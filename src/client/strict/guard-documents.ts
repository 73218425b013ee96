import { setByScript } from '../block/hold.ts';
import { guardMethod, guardSetter } from '../block/patch.ts';
import { gated } from '../block/patch-markup.ts';

/** Holds back what markup would load that is parsed apart from the page, and finds it again: its elements may move into the page. */
export function guardDocuments(): void {
  guardMethod(Document, 'parseHTMLUnsafe', (args, _, proceed) => {
    args[0] = gated(args[0]);
    return proceed();
  });
  guardSetter(Element.prototype, 'innerHTML', (html, self, set) => {
    set(html);
    // What is held there loads after yes, as it would have without a blocker.
    if (!self.isConnected)
      for (const element of self.querySelectorAll('[data-avowal]')) setByScript.add(element);
  });
}
