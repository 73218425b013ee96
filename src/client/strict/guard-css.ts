import { guardConstructor, guardMethod, guardSetter } from '../block/patch.ts';
import { everywhere } from '../block/realms.ts';
import { holdSheet } from './clean-css.ts';
import { gatedCss } from './gated-css.ts';
import { inherit } from './inherit.ts';

const TEXTS = ['textContent', 'innerHTML', 'innerText'];
const INSERTIONS = ['append', 'appendChild', 'insertBefore', 'prepend', 'replaceChildren'];

/**
 * Holds back what style sheets would load that scripts write. What `@import` names is asked for at once, so that it is too late to
 * look at the page.
 */
export function guardCss(): void {
  const guard = (owner: object, name: string) =>
    guardMethod(owner, name, (args, _, proceed) => {
      args[0] = gatedCss(args[0]);
      return proceed();
    });
  for (const name of ['insertRule', 'replace', 'replaceSync']) guard(CSSStyleSheet.prototype, name);
  guard(CSSGroupingRule.prototype, 'insertRule');
  guardConstructor('FontFace', (args, proceed) => {
    if (typeof args[1] === 'string') args[1] = gatedCss(args[1]);
    return proceed();
  });
  everywhere((realm) => {
    for (const name of TEXTS) inherit(realm.HTMLStyleElement.prototype, name);
  });
  for (const name of TEXTS) {
    guardSetter(HTMLStyleElement.prototype, name, (css, self, set) =>
      // What is no text is trusted HTML, or nothing.
      set(typeof css === 'string' ? holdSheet(self as HTMLStyleElement, css) : css),
    );
  }
  for (const name of INSERTIONS) {
    guardMethod(HTMLStyleElement.prototype, name, (args, _, proceed) => {
      for (const [index, node] of args.entries()) {
        if (typeof node === 'string') args[index] = gatedCss(node);
        else if ((node as Node | null)?.nodeType === Node.TEXT_NODE)
          (node as Text).data = gatedCss((node as Text).data);
      }
      return proceed();
    });
  }
}
