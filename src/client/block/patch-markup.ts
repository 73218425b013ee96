import { policy } from '../natives.ts';
import { blockedFor, hold } from './hold.ts';
import { LOADERS } from './loading-attributes.ts';
import { parseHtml } from './parse-html.ts';
import { guardMethod, guardSetter } from './patch.ts';
import { released } from './released.ts';

/** HTML without any of this loads nothing; a look at it is far cheaper than parsing it. */
const MAY_LOAD = /src|href|data|poster/i;

/**
 * Marks what would call a blocked service in HTML that a script is about to insert; the same value when there is nothing.
 * Scripts run only where HTML is written (`runs`); elsewhere they are made what they would be: dead (HTML §8.4).
 */
export function gated(html: unknown, runs?: boolean): unknown {
  if (!MAY_LOAD.test(String(html))) return html;
  const template = parseHtml(html);
  const held = [...template.content.querySelectorAll(LOADERS)].filter((element) => {
    if (runs || !element.matches('script')) return hold(element);
    const service = blockedFor(element);
    if (service) (element as HTMLScriptElement).type = 'text/plain';
    return service;
  });
  return held[0] ? policy.createHTML(template.innerHTML) : html;
}

/** Holds back what scripts insert as text: `innerHTML`, `insertAdjacentHTML`, `document.write`, `DOMParser` … */
export function patchMarkup(): void {
  const guard = (owner: object, name: string, at = 0, runs = false) =>
    guardMethod(owner, name, (args, _, proceed) => {
      args[at] = gated(args[at], runs);
      return proceed();
    });
  for (const owner of [Element.prototype, ShadowRoot.prototype]) {
    for (const name of ['innerHTML', 'outerHTML'])
      guardSetter(owner, name, (html, _, set) => set(gated(html)));
    guard(owner, 'setHTMLUnsafe');
  }
  guard(Element.prototype, 'insertAdjacentHTML', 1);
  guard(Range.prototype, 'createContextualFragment', 0, true);
  guard(DOMParser.prototype, 'parseFromString');
  for (const name of ['write', 'writeln']) {
    guardMethod(Document.prototype, name, (args, _, proceed) => {
      const html = gated(args[1] ? args.join('') : args[0], true);
      const script = document.currentScript;
      // A script that waited finds the parser gone: what it writes would replace the page (HTML §8.4.3).
      if (script && released.has(script))
        script.before(document.createRange().createContextualFragment(html as string));
      else {
        args.splice(0, args.length, html);
        proceed();
      }
    });
  }
}
