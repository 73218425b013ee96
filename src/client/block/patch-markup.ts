import { trustedHtml } from '../natives.ts';
import { hold } from './hold.ts';
import { LOADERS } from './loading-attributes.ts';
import { guardMethod, guardSetter } from './patch.ts';

const innerHtml = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');

/** Marks what would call a blocked service in HTML that a script is about to insert; the same value when there is nothing. */
function gated(html: unknown): unknown {
  const template = document.createElement('template');
  innerHtml?.set?.call(template, html);
  const held = [...template.content.querySelectorAll(LOADERS)].filter(hold);
  return held.length > 0 ? trustedHtml(template.innerHTML) : html;
}

/** Holds back what scripts insert as text: `innerHTML`, `outerHTML`, `insertAdjacentHTML`, `document.write`. */
export function patchMarkup(): void {
  for (const name of ['innerHTML', 'outerHTML']) {
    guardSetter(Element.prototype, name, (html, _, set) => set(gated(html)));
  }
  guardMethod(Element.prototype, 'insertAdjacentHTML', (args, _, proceed) => {
    args[1] = gated(args[1]);
    proceed();
  });
  for (const name of ['write', 'writeln']) {
    guardMethod(Document.prototype, name, (args, _, proceed) => {
      args.splice(0, args.length, gated(args.length > 1 ? args.join('') : args[0]));
      proceed();
    });
  }
}
